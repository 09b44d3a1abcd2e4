//! A cleaned text to its words, with what stood around each: commas, brackets, quotation marks, hyphens and stops.

use crate::script::Script;
use crate::tables::GLUED_TITLES;

/// Where a word stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setting {
    /// In the running text.
    Text,
    /// In brackets.
    Brackets,
    /// In quotation marks.
    Quotes,
}

/// One word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// The word, without the punctuation around it.
    pub(crate) text: String,
    /// The chunk between spaces that it comes from, for degrees such as `S.Ag`.
    pub(crate) chunk: &'a str,
    pub(crate) script: Script,
    /// Number of commas before it.
    pub(crate) commas: usize,
    /// A full stop follows.
    pub(crate) stop: bool,
    /// Joined to the word before by a hyphen.
    pub(crate) hyphen: bool,
    pub(crate) setting: Setting,
    /// Already known to be a title: it was glued to the name.
    pub(crate) title: bool,
}

/// Words of a cleaned text.
pub(crate) fn split(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(6);
    let mut commas = 0;
    let mut setting = Setting::Text;
    let text = take_glued_titles(text, &mut tokens);
    for chunk in text.split(' ') {
        if chunk.contains('/') {
            let lower = chunk.to_lowercase();
            let core = lower.trim_matches(|c: char| matches!(c, '(' | ')' | ',' | ';'));
            if crate::tables::word(core).is_some() && core.contains('/') {
                push(&mut tokens, core.to_owned(), chunk, commas, false, setting);
                continue;
            }
        }
        let mut word = String::new();
        let mut hyphen = false;
        let mut letters = chunk.chars().peekable();
        let mut script = None;
        while let Some(letter) = letters.next() {
            let next_is_letter = letters.peek().is_some_and(|next| Script::of(*next).is_some());
            let own = Script::of(letter);
            let mark = own.is_none() && is_mark(letter);
            if is_apostrophe(letter) && (letter != '\'' || !word.is_empty() || next_is_letter) {
                continue;
            }
            if mark
                || (own.is_some() && (script.is_none() || script == own))
                || (letter.is_ascii_digit() && !word.is_empty())
            {
                script = script.or(own);
                word.push(letter);
                continue;
            }
            let before = tokens.len();
            let stop = letter == '.';
            if !word.is_empty() {
                push(&mut tokens, std::mem::take(&mut word), chunk, commas, stop, setting);
                if let Some(last) = tokens.get_mut(before) {
                    last.hyphen = hyphen;
                }
                hyphen = false;
            } else if stop && let Some(last) = tokens.last_mut() {
                last.stop = true;
            }
            script = None;
            match letter {
                ',' | ';' | '،' | '，' | '、' => commas += 1,
                '(' | '[' | '（' => setting = Setting::Brackets,
                ')' | ']' | '）' => setting = Setting::Text,
                '"' | '“' | '”' | '«' | '»' => {
                    setting = if setting == Setting::Quotes { Setting::Text } else { Setting::Quotes };
                }
                '@' => push(&mut tokens, "@".to_owned(), chunk, commas, false, setting),
                '-' | '‐' | '‑' | '–' | '—' | '־' => hyphen = true,
                _ if own.is_some() => {
                    script = own;
                    word.push(letter);
                }
                _ => {}
            }
        }
        if !word.is_empty() {
            push(&mut tokens, word, chunk, commas, false, setting);
            if let Some(last) = tokens.last_mut() {
                last.hyphen = hyphen;
            }
        }
    }
    tokens
}

/// Titles written without a space before the name (นายสมชาย) or, in Chinese, after it.
fn take_glued_titles<'a>(text: &'a str, tokens: &mut Vec<Token<'a>>) -> &'a str {
    let mut rest = text;
    if rest.is_ascii()
        || !rest.chars().any(|letter| Script::of(letter).is_some_and(|script| script != Script::Latin))
    {
        return rest;
    }
    while let Some(title) = GLUED_TITLES.iter().find(|title| rest.starts_with(title.as_str())) {
        let after = rest[title.len()..].trim_start();
        let whole = after.chars().next().is_some_and(starts_a_word)
            && after.chars().filter(|c| c.is_alphabetic()).count() >= 2;
        if !whole {
            break;
        }
        push(tokens, title.clone(), title, 0, false, Setting::Text);
        rest = after;
    }
    let glued_behind = |title: &&String| {
        rest.ends_with(title.as_str()) && title.chars().next().and_then(Script::of) == Some(Script::Han)
    };
    if let Some(title) = GLUED_TITLES.iter().find(glued_behind) {
        let before = &rest[..rest.len() - title.len()];
        if before.chars().count() >= 2 {
            push(tokens, title.clone(), title, 0, false, Setting::Text);
            rest = before;
        }
    }
    for token in tokens.iter_mut() {
        token.title = true;
    }
    rest
}

/// Letters that can begin a word: no dependent vowel or mark, so that a title is not cut out of a longer word.
pub(crate) fn starts_a_word(letter: char) -> bool {
    Script::of(letter).is_some()
        && !matches!(letter as u32,
            0xe30..=0xe3a | 0xe45..=0xe4e | 0xeb0..=0xebc | 0xec8..=0xecd | 0x17b4..=0x17d3 | 0x981..=0x983 | 0x9bc..=0x9cd | 0x102b..=0x103e)
}

fn push<'a>(
    tokens: &mut Vec<Token<'a>>,
    text: String,
    chunk: &'a str,
    commas: usize,
    stop: bool,
    setting: Setting,
) {
    let script = text.chars().find_map(Script::of).unwrap_or(Script::Other);
    tokens.push(Token { text, chunk, script, commas, stop, hyphen: false, setting, title: false });
}

/// Marks that belong to the letter before them.
fn is_mark(letter: char) -> bool {
    matches!(letter as u32, 0x300..=0x36f | 0x2b0..=0x2ff | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff)
}

/// Apostrophes, ayin and hamza marks: written or left out at will.
fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | 'ʻ' | 'ʾ' | 'ʿ' | 'ʽ' | '′' | '＇')
}
