//! Ids as written in the file, and the small numbers the measures use instead.

use std::collections::HashMap;

/// A two-way table between a person's id as written and its number, in order of first appearance.
#[derive(Debug, Clone, Default)]
pub struct IdTable {
    names: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u32>,
}

impl IdTable {
    /// Returns the number of `id`, giving it the next free one when it is new.
    pub fn number(&mut self, id: &str) -> u32 {
        if let Some(&number) = self.numbers.get(id) {
            return number;
        }
        let number = u32::try_from(self.names.len()).expect("fewer than 2^32 people");
        self.names.push(id.into());
        self.numbers.insert(id.into(), number);
        number
    }

    /// Returns the number of `id` if it is known.
    pub fn find(&self, id: &str) -> Option<u32> {
        self.numbers.get(id).copied()
    }

    /// Returns the id behind a number; panics on a number this table never gave out.
    pub fn name(&self, number: u32) -> &str {
        &self.names[number as usize]
    }

    /// Counts the people.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Says whether nobody is known.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Ids in order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|name| &**name)
    }
}
