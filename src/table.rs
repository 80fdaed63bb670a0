//! Tables whose rows are read where they stand, as bytes of the program.
//!
//! What an image holds needs no step at the start if nobody copies it. A row has its parts one behind the other, numbers with their lowest byte first,
//! so that reading a part is a load on most machines. A table that is made at run time has its rows the same way, and memory of its own.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

#[cfg(test)]
use crate::image::Output;
use crate::image::{Image, Input};

/// What stands in a row, in a number of bytes that is known.
pub(crate) trait Part: Clone {
    const SIZE: usize;

    /// Reads it from the first bytes, which are left out behind it.
    fn take(bytes: &mut &[u8]) -> Self;

    /// Writes it to the first bytes, which are left out behind it.
    fn put(self, out: &mut &mut [u8]);
}

macro_rules! numbers {
    ($($type:ident)*) => {$(
        impl Part for $type {
            const SIZE: usize = size_of::<Self>();

            #[inline]
            fn take(bytes: &mut &[u8]) -> Self {
                let Some((own, rest)) = bytes.split_first_chunk() else {
                    return Self::default();
                };
                *bytes = rest;
                Self::from_le_bytes(*own)
            }

            #[inline]
            fn put(self, out: &mut &mut [u8]) {
                if let Some((own, rest)) = std::mem::take(out).split_first_chunk_mut() {
                    *own = self.to_le_bytes();
                    *out = rest;
                }
            }
        }
    )*};
}

numbers!(u8 u16 u32 i32 u64);

impl Part for bool {
    const SIZE: usize = 1;

    #[inline]
    fn take(bytes: &mut &[u8]) -> Self {
        u8::take(bytes) != 0
    }

    #[inline]
    fn put(self, out: &mut &mut [u8]) {
        u8::from(self).put(out);
    }
}

impl<L: Part, R: Part> Part for (L, R) {
    const SIZE: usize = L::SIZE + R::SIZE;

    #[inline]
    fn take(bytes: &mut &[u8]) -> Self {
        (L::take(bytes), R::take(bytes))
    }

    #[inline]
    fn put(self, out: &mut &mut [u8]) {
        self.0.put(out);
        self.1.put(out);
    }
}

impl<T: Part> Part for Range<T> {
    const SIZE: usize = 2 * T::SIZE;

    #[inline]
    fn take(bytes: &mut &[u8]) -> Self {
        T::take(bytes)..T::take(bytes)
    }

    #[inline]
    fn put(self, out: &mut &mut [u8]) {
        self.start.put(out);
        self.end.put(out);
    }
}

impl<T: Part, const N: usize> Part for [T; N] {
    const SIZE: usize = N * T::SIZE;

    #[inline]
    fn take(bytes: &mut &[u8]) -> Self {
        std::array::from_fn(|_| T::take(bytes))
    }

    #[inline]
    fn put(self, out: &mut &mut [u8]) {
        self.into_iter().for_each(|part| part.put(out));
    }
}

/// A struct is its fields, one after another.
macro_rules! parts {
    ($($type:ident { $($field:tt: $part:ty),* $(,)? })*) => {$(
        impl $crate::table::Part for $type {
            const SIZE: usize = 0 $(+ <$part as $crate::table::Part>::SIZE)*;

            #[inline]
            fn take(bytes: &mut &[u8]) -> Self {
                Self { $($field: $crate::table::Part::take(bytes)),* }
            }

            #[inline]
            fn put(self, out: &mut &mut [u8]) {
                $(<$part as $crate::table::Part>::put(self.$field, out);)*
            }
        }
    )*};
}
pub(crate) use parts;

/// A choice is the place of its variant here.
macro_rules! choices {
    ($($type:ident: $first:ident $(, $variant:ident)*;)*) => {$(
        impl $crate::table::Part for $type {
            const SIZE: usize = 1;

            #[inline]
            fn take(bytes: &mut &[u8]) -> Self {
                let place = <u8 as $crate::table::Part>::take(bytes);
                $(if place == Self::$variant as u8 {
                    return Self::$variant;
                })*
                Self::$first
            }

            #[inline]
            fn put(self, out: &mut &mut [u8]) {
                <u8 as $crate::table::Part>::put(self as u8, out);
            }
        }
        // The places are those that the type itself has.
        const _: () = {
            let mut all: &[$type] = &[$type::$first $(, $type::$variant)*];
            let mut place = 0;
            while let Some((first, rest)) = all.split_first() {
                assert!(*first as u8 == place);
                place += 1;
                all = rest;
            }
        };
    )*};
}
pub(crate) use choices;

/// Values that take `N` bytes each.
pub(crate) struct Table<T, const N: usize> {
    rows: Cow<'static, [[u8; N]]>,
    of: PhantomData<T>,
}

/// Some of the rows of a table.
pub(crate) struct Rows<'t, T, const N: usize> {
    rows: &'t [[u8; N]],
    of: PhantomData<T>,
}

fn read<T: Part, const N: usize>(row: &[u8; N]) -> T {
    const { assert!(T::SIZE == N, "a row has the bytes of its parts") };
    T::take(&mut row.as_slice())
}

fn written<T: Part, const N: usize>(value: T) -> [u8; N] {
    const { assert!(T::SIZE == N, "a row has the bytes of its parts") };
    let mut row = [0; N];
    value.put(&mut row.as_mut_slice());
    row
}

impl<T: Part, const N: usize> Table<T, N> {
    /// A table of so many equal rows.
    pub(crate) fn filled(value: T, count: usize) -> Self {
        Self::own(vec![written(value); count])
    }

    fn own(rows: Vec<[u8; N]>) -> Self {
        Self {
            rows: Cow::Owned(rows),
            of: PhantomData,
        }
    }

    /// A copy with room for more rows.
    pub(crate) fn with_room(&self, more: usize) -> Self {
        let mut rows = Vec::with_capacity(self.len().saturating_add(more));
        rows.extend_from_slice(&self.rows);
        Self::own(rows)
    }

    /// All rows.
    pub(crate) fn rows(&self) -> Rows<'_, T, N> {
        Rows {
            rows: &self.rows,
            of: PhantomData,
        }
    }

    /// How many rows it has.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<T> {
        self.rows.get(at).map(read)
    }

    /// A row and the one behind it.
    #[inline]
    pub(crate) fn two(&self, at: u32) -> Option<(T, T)> {
        // In this order the first look needs no check of its own.
        let next = self.rows.get(at as usize + 1)?;
        let one = self.rows.get(at as usize)?;
        Some((read(one), read(next)))
    }

    /// The rows of a range; none where some of it isn't there.
    #[inline]
    pub(crate) fn within(&self, range: &Range<u32>) -> Rows<'_, T, N> {
        let rows = self.rows.get(range.start as usize..range.end as usize);
        Rows {
            rows: rows.unwrap_or_default(),
            of: PhantomData,
        }
    }

    pub(crate) fn push(&mut self, value: T) {
        self.rows.to_mut().push(written(value));
    }

    /// Puts a value in the place of a row, if there is such a row.
    pub(crate) fn set(&mut self, at: usize, value: T) {
        if let Some(row) = self.rows.to_mut().get_mut(at) {
            *row = written(value);
        }
    }
}

impl<'t, T: Part, const N: usize> Rows<'t, T, N> {
    #[inline]
    pub(crate) fn get(self, at: usize) -> Option<T> {
        self.rows.get(at).map(read)
    }

    #[inline]
    pub(crate) fn iter(
        self,
    ) -> impl DoubleEndedIterator<Item = T> + ExactSizeIterator + Clone + use<'t, T, N> {
        self.rows.iter().map(read)
    }

    /// The first row where `key` gives a value, or where it would stand; the rows are sorted by it.
    pub(crate) fn partition_point(self, before: impl Fn(T) -> bool) -> usize {
        self.rows.partition_point(|row| before(read(row)))
    }

    /// The rows from one on.
    pub(crate) fn from(self, at: usize) -> Self {
        Self {
            rows: self.rows.get(at..).unwrap_or_default(),
            of: PhantomData,
        }
    }
}

impl<T, const N: usize> Clone for Table<T, N> {
    fn clone(&self) -> Self {
        Self {
            rows: self.rows.clone(),
            of: PhantomData,
        }
    }
}

impl<T, const N: usize> Default for Table<T, N> {
    fn default() -> Self {
        Self {
            rows: Cow::Borrowed(&[]),
            of: PhantomData,
        }
    }
}

impl<T: Part + fmt::Debug, const N: usize> fmt::Debug for Table<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.rows().iter()).finish()
    }
}

impl<T: Part, const N: usize> PartialEq for Table<T, N> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl<T: Part, const N: usize> Eq for Table<T, N> {}

impl<T, const N: usize> Clone for Rows<'_, T, N> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, const N: usize> Copy for Rows<'_, T, N> {}

impl<T: Part, const N: usize> FromIterator<T> for Table<T, N> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self::own(values.into_iter().map(written).collect())
    }
}

impl<T: Part, const N: usize> Image for Table<T, N> {
    fn decode(input: &mut Input) -> Option<Self> {
        let count = usize::decode(input)?;
        let (rows, _) = input.bytes(count.checked_mul(N)?)?.as_chunks();
        Some(Self {
            rows: Cow::Borrowed(rows),
            of: PhantomData,
        })
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.len().encode(out);
        out.numbers.extend(self.rows.as_flattened());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::image::{read, written};

    #[derive(Clone, Copy, Debug, PartialEq)]
    struct Pair {
        small: u8,
        large: (u64, bool),
    }

    parts! {
        Pair { small: u8, large: (u64, bool) }
    }

    #[test]
    fn a_table_is_the_same_from_an_image() {
        let pair = |small| Pair {
            small,
            large: (u64::MAX - u64::from(small), small % 2 == 0),
        };
        let mut table: Table<Pair, 10> = (0..200).map(pair).collect();
        let made = written(&table, 7);
        let mut stored: Table<Pair, 10> = read(made.leak(), 7).unwrap();
        assert_eq!(stored, table);
        assert_eq!(stored.get(199), Some(pair(199)));
        assert_eq!(stored.get(200), None);
        assert_eq!(stored.two(198), Some((pair(198), pair(199))));
        assert_eq!((stored.two(199), stored.two(u32::MAX)), (None, None));
        assert_eq!(stored.within(&(3..5)).iter().last(), Some(pair(4)));
        assert_eq!(stored.within(&(199..201)).iter().len(), 0);
        assert_eq!(stored.rows().partition_point(|row| row.small < 9), 9);
        // One that is borrowed is written to as well.
        for table in [&mut stored, &mut table] {
            table.push(pair(7));
            table.set(0, pair(8));
            assert_eq!(
                (table.get(0), table.get(200)),
                (Some(pair(8)), Some(pair(7)))
            );
        }
        assert_eq!(stored, table);
    }
}
