//! What every public type promises: it can be printed for debugging, cloned, sent and shared. A type that can't doesn't compile here.

use crate::{
    ActorId, Article, Block, BlockKind, Claim, Date, DateError, Document, Mode, Pack, Parallax,
    PositionId, RuleId, Sentence, Span, Stance, attribution, check, claim, clause, compare,
    document, pack, report, segment, token,
};

const _: () = {
    const fn holds<T: std::fmt::Debug + Clone + Send + Sync>() {}

    holds::<attribution::Attribution>();
    holds::<attribution::AttributionKind>();
    holds::<attribution::AttributionReader>();
    holds::<attribution::Sense>();
    holds::<check::Checked>();
    holds::<check::Coverage>();
    holds::<check::Explanation>();
    holds::<check::Failure>();
    holds::<check::FailureKind>();
    holds::<check::Field>();
    holds::<check::Found>();
    holds::<check::LabelChange>();
    holds::<check::NearMiss>();
    holds::<check::Part>();
    holds::<check::SlotKey>();
    holds::<check::Unmatched>();
    holds::<check::Unmet>();
    holds::<check::Wanted>();
    holds::<check::Wants>();
    holds::<claim::Place>();
    holds::<claim::Step>();
    holds::<claim::StepKind>();
    holds::<claim::Trace>();
    holds::<clause::ClauseKind>();
    holds::<clause::ClauseReader>();
    holds::<clause::ClauseRoles>();
    holds::<compare::Alignment>();
    holds::<compare::Cap>();
    holds::<compare::Change>();
    holds::<compare::Comparator>();
    holds::<compare::Comparison>();
    holds::<compare::Corpus>();
    holds::<compare::Crowd>();
    holds::<compare::Echo>();
    holds::<compare::EchoCap>();
    holds::<compare::Exclusive>();
    holds::<compare::Matter>();
    holds::<compare::MergedClaim>();
    holds::<compare::MonthCount>();
    holds::<compare::Obstacle>();
    holds::<compare::OutletCount>();
    holds::<compare::Part>();
    holds::<compare::PartScore>();
    holds::<compare::Passage>();
    holds::<compare::Point>();
    holds::<compare::PositionCount>();
    holds::<compare::Relation>();
    holds::<compare::Score>();
    holds::<compare::Telling>();
    holds::<compare::Tie>();
    holds::<compare::Timeline>();
    holds::<compare::WordWeights>();
    holds::<compare::Wording>();
    #[cfg(feature = "html")]
    holds::<document::HtmlError>();
    holds::<document::ReadError>();
    holds::<document::Warning>();
    holds::<pack::Earlier>();
    holds::<pack::IdKind>();
    holds::<pack::PackActor<'static>>();
    holds::<pack::PackError>();
    holds::<pack::PackFile<'static>>();
    holds::<pack::PackPosition<'static>>();
    holds::<pack::PhraseFault>();
    holds::<pack::Problem>();
    holds::<pack::ProblemKind>();
    holds::<pack::Section>();
    holds::<pack::SyntaxError>();
    holds::<pack::WordListId>();
    holds::<report::Brat<'static>>();
    holds::<report::GraphMl<'static>>();
    holds::<report::Markdown<'static>>();
    holds::<report::Table<'static>>();
    holds::<segment::Abbreviation>();
    holds::<segment::LineBreaks>();
    holds::<segment::Quotations>();
    holds::<segment::Segmenter>();
    holds::<segment::Sentence<'static>>();
    holds::<segment::SentenceStream<'static>>();
    holds::<segment::Sentences<'static, 'static>>();
    holds::<segment::Streamed<'static>>();
    holds::<token::Token>();
    holds::<token::TokenKind>();
    holds::<token::Tokenizer>();
    holds::<ActorId>();
    holds::<Article>();
    holds::<Block>();
    holds::<BlockKind>();
    holds::<Claim>();
    holds::<Date>();
    holds::<DateError>();
    holds::<Document>();
    holds::<Mode>();
    holds::<Pack>();
    holds::<Parallax>();
    holds::<PositionId>();
    holds::<RuleId>();
    holds::<Sentence>();
    holds::<Span>();
    holds::<Stance>();
    #[cfg(feature = "csv")]
    {
        holds::<report::Csv<'static>>();
        holds::<report::EventList<'static>>();
    }
    #[cfg(feature = "html-report")]
    holds::<report::Html<'static>>();
    #[cfg(feature = "schema")]
    holds::<report::Schema>();
    #[cfg(feature = "json")]
    {
        holds::<report::Json<'static>>();
        holds::<report::JsonLines<'static>>();
        holds::<report::WebAnnotation<'static>>();
        holds::<document::Records<&'static [u8]>>();
        // It may carry an `io::Error`, which can't be cloned.
        const fn holds_but_clone<T: std::fmt::Debug + Send + Sync>() {}
        holds_but_clone::<document::RecordError>();
        holds_but_clone::<document::RecordErrorKind>();
    }
};
