//! Sentences of a policy, each with what stands over it: headings, the lead of its list, the label before it.

use super::document::{Block, BlockKind, Document, Span};

/// One sentence and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub span: Span,
    /// Which block it belongs to.
    pub block: usize,
    /// The sentence that leads into it: “You may:” over a list, or a question that this answers.
    pub lead: Option<Span>,
    /// A few words before it in the same block that name its matter: “Withdrawal of consent.”
    pub label: Option<Span>,
    /// Whether it is the first of its block, its label apart.
    pub first: bool,
    /// Whether it asks.
    pub asks: bool,
}

/// Sentences longer than this are cut, so that a text without any full stop stays cheap.
const LONGEST: usize = 4_000;

/// A first sentence with at most so many words names the matter of the block rather than saying something.
const LABEL_WORDS: usize = 6;

/// Words that end in a full stop without ending a sentence.
const ABBREVIATIONS: &[&str] = &[
    "e.g", "i.e", "eg", "ie", "etc", "vs", "mr", "mrs", "ms", "dr", "prof", "st", "ste", "sec",
    "art", "arts", "cal", "civ", "tex", "stat", "bus", "rev", "reg", "para", "approx", "al", "cf",
    "inc", "ltd", "corp", "co", "llc", "u.s", "u.k", "u.s.a", "a.m", "p.m", "ph.d", "dept", "ave",
    "blvd", "rd", "nos", "jr", "sr", "p.o", "d.c", "incl", "ext", "tel", "attn", "s.a", "b.v",
    "n.v", "s.r.l", "a.g", "subsec", "ch",
];

/// After an abbreviation that may also end a sentence, a capital begins a new one only with such a word.
const BEGINNERS: &[&str] = &[
    "We",
    "You",
    "Your",
    "This",
    "These",
    "The",
    "Our",
    "If",
    "In",
    "To",
    "For",
    "They",
    "All",
    "Any",
    "By",
    "When",
    "Where",
    "It",
    "Please",
    "However",
    "Such",
    "Users",
    "Some",
    "As",
    "No",
    "Information",
    "Personal",
    "Under",
    "On",
    "Each",
    "Other",
    "Cookies",
    "Parents",
    "Children",
];

/// The sentences of all paragraphs and items, in the order of the text.
pub fn sentences(doc: &Document) -> Vec<Sentence> {
    let mut all = Vec::new();
    let mut leads = Leads::default();
    for (at, block) in doc.blocks.iter().enumerate() {
        let depth = depth(doc, block);
        leads.enter(doc, block, depth);
        if block.kind == BlockKind::Heading {
            continue;
        }
        let listed = doc
            .blocks
            .get(at + 1)
            .is_some_and(|next| self::depth(doc, next) > depth);
        let mut pieces = split(doc, block.span);
        if let Some(first) = pieces.first_mut() {
            first.start += enumerator(doc.at(*first)).unwrap_or(0);
        }
        let mut label = None;
        let mut first = true;
        for (n, span) in pieces.iter().copied().enumerate() {
            let text = doc.at(span);
            let asks = text.trim_end_matches(['"', '”', ')', '*']).ends_with('?');
            if n == 0 && pieces.len() > 1 && !asks && is_label(text) {
                label = Some(span);
                continue;
            }
            let lead = if first { leads.over(block) } else { None };
            all.push(Sentence {
                span,
                block: at,
                lead,
                label: label.take(),
                first,
                asks,
            });
            first = asks && first;
        }
        leads.leave(doc, depth, listed, pieces.last().copied());
    }
    all
}

/// The headings over a place, outermost first: each deeper than the one before it.
pub fn headings_over(doc: &Document, at: usize) -> Vec<Span> {
    let end = doc.blocks.partition_point(|block| block.span.start <= at);
    let mut over = Vec::new();
    let mut level = u8::MAX;
    for block in doc.blocks[..end].iter().rev() {
        if block.kind == BlockKind::Heading && block.level < level {
            level = block.level;
            over.push(block.span);
            if level <= 1 {
                break;
            }
        }
    }
    over.reverse();
    over
}

/// The sentences that lead into lists, innermost last.
#[derive(Default)]
struct Leads {
    /// Depth of the block (0 paragraph or heading, then the level of the item) and its last sentence.
    open: Vec<(u8, Span)>,
}

impl Leads {
    fn enter(&mut self, doc: &Document, block: &Block, depth: u8) {
        match block.kind {
            BlockKind::Heading => {
                self.open.clear();
                let text = doc.at(block.span);
                if text.ends_with([':', '?', '…']) {
                    self.open.push((0, block.span));
                }
            }
            // A paragraph ends every list, but the answer right after a question still belongs to it.
            BlockKind::Paragraph if depth == 0 => {
                self.open.retain(|(_, lead)| doc.at(*lead).ends_with('?'));
            }
            BlockKind::Paragraph | BlockKind::Item => self.open.retain(|(above, _)| *above < depth),
        }
    }

    fn over(&self, block: &Block) -> Option<Span> {
        let (_, lead) = self.open.last()?;
        (block.kind != BlockKind::Heading).then_some(*lead)
    }

    fn leave(&mut self, doc: &Document, depth: u8, listed: bool, last: Option<Span>) {
        if depth == 0 {
            self.open.clear();
        }
        let leads = |text: &str| {
            let text = text.trim_end_matches(['*', ' ']);
            text.ends_with([':', '?']) || (listed && !text.ends_with(['.', '!', ';']))
        };
        if let Some(last) = last
            && leads(doc.at(last))
        {
            self.open.push((depth, last));
        }
    }
}

/// How deep a block lies in a list; 0 outside. A paragraph that begins with “(a)” is an item that lost its list.
fn depth(doc: &Document, block: &Block) -> u8 {
    match block.kind {
        BlockKind::Heading => 0,
        BlockKind::Item => block.level.max(1),
        BlockKind::Paragraph => u8::from(
            doc.at(block.span).starts_with('(') && enumerator(doc.at(block.span)).is_some(),
        ),
    }
}

/// How many bytes a number or letter takes that only counts: “(a) ”, “7.1 ”, “iv) ”.
fn enumerator(text: &str) -> Option<usize> {
    let (first, rest) = text.split_once(' ')?;
    let inner = first.trim_start_matches('(').trim_end_matches([')', '.']);
    let marked = first.len() > inner.len() || (inner.contains('.') && inner.len() < 8);
    let counts = !inner.is_empty()
        && (inner.chars().all(|c| c.is_ascii_digit() || c == '.')
            || inner.chars().count() == 1
            || inner.chars().all(|c| matches!(c, 'i' | 'v' | 'x')));
    (marked && counts && !rest.trim().is_empty()).then(|| text.len() - rest.trim_start().len())
}

/// Cuts a block into sentences. Exposed for the tests of the border cases.
pub(crate) fn split(doc: &Document, block: Span) -> Vec<Span> {
    let text = doc.at(block);
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if at - start >= LONGEST && c == ' ' {
            push(&mut pieces, block.start, text, start, at);
            start = at;
            continue;
        }
        if !matches!(c, '.' | '!' | '?' | ';') {
            continue;
        }
        // Closing quotes and brackets belong to the sentence.
        let mut end = at + c.len_utf8();
        while let Some((next, close)) = chars.peek().copied() {
            if !matches!(
                close,
                '.' | '!' | '?' | '"' | '”' | '’' | '\'' | ')' | ']' | '*'
            ) {
                break;
            }
            end = next + close.len_utf8();
            chars.next();
        }
        if ends_here(text, start, at, end, c) {
            push(&mut pieces, block.start, text, start, end);
            start = end;
        }
    }
    push(&mut pieces, block.start, text, start, text.len());
    pieces
}

fn push(pieces: &mut Vec<Span>, offset: usize, text: &str, start: usize, end: usize) {
    let part = &text[start..end];
    let trimmed = part.trim();
    if trimmed.chars().any(char::is_alphanumeric) {
        let begin = offset + start + (part.len() - part.trim_start().len());
        pieces.push(Span {
            start: begin,
            end: begin + trimmed.len(),
        });
    }
}

/// Whether a sentence ends with the mark at `at`; `end` is behind its closing quotes.
fn ends_here(text: &str, start: usize, at: usize, end: usize, mark: char) -> bool {
    let after = &text[end..];
    let Some(next) = after.chars().next() else {
        return true;
    };
    let word = after.trim_start().split(' ').next().unwrap_or_default();
    if mark == ';' {
        return clause_begins(text[start..at].trim(), word, after);
    }
    if !next.is_whitespace() {
        // “policy.We”: a full stop without its space, as old pages have it; never inside an address.
        let before = last_word(&text[start..at]);
        return mark == '.'
            && next.is_uppercase()
            && word.chars().nth(1).is_some_and(char::is_lowercase)
            && !word.contains(['@', '/', '.'])
            && !before.contains(['@', '/', '.'])
            && before.chars().filter(|c| c.is_lowercase()).count() >= 3
            && before.chars().all(|c| c.is_lowercase());
    }
    // “(EU-U.S. Data …” is one name.
    let begins = word
        .trim_start_matches(['"', '“', '\'', '‘', '(', '[', '*', '_'])
        .chars()
        .next()
        .is_some_and(|c| !c.is_lowercase());
    if !begins {
        return false;
    }
    if mark != '.' {
        return true;
    }
    let before = last_word(&text[start..at]);
    let low = before
        .trim_start_matches(['(', '"', '“', '['])
        .to_lowercase();
    let low = low.rsplit('-').next().unwrap_or_default().to_owned();
    let plain = word.trim_end_matches([',', '.', ':', ';']);
    if low.is_empty() {
        return false;
    }
    // “1.” and “(a).” at the start number a clause; “No. 5” is a number, “No.” an answer.
    if before.len() == text[start..at].trim_start().len()
        && (low.chars().all(|c| c.is_ascii_digit() || c == '.') || low.chars().count() == 1)
    {
        return false;
    }
    if low == "no" {
        return !plain.starts_with(|c: char| c.is_ascii_digit());
    }
    if low.chars().count() == 1 && low.chars().all(char::is_alphabetic) {
        return BEGINNERS.contains(&plain);
    }
    if ABBREVIATIONS.contains(&low.as_str()) {
        return BEGINNERS.contains(&plain);
    }
    true
}

/// Whether what follows a semicolon says something of its own, rather than being one more point of an enumeration.
fn clause_begins(before: &str, word: &str, after: &str) -> bool {
    const SUBJECTS: &[&str] = &[
        "we", "you", "they", "our", "your", "this", "these", "however", "if", "users", "parents",
        "any", "no", "such", "it",
    ];
    // “You may ask for it; we do so within a week” says one thing.
    const POINTING_BACK: &[&str] = &[
        "we do so",
        "we do that",
        "we do this",
        "we do it",
        "we will do so",
        "we will do that",
        "we will do this",
        "this is done",
        "this takes",
        "this happens",
        "it takes",
    ];
    let low = word.trim_end_matches([',', ':']).to_lowercase();
    let clause = after.trim_start().to_lowercase();
    SUBJECTS.contains(&low.as_str())
        && !POINTING_BACK.iter().any(|begin| clause.starts_with(begin))
        && before.split(' ').count() >= 5
        && after.split(' ').count() >= 6
        && !before.ends_with(':')
        && !before.contains("(a)")
        && !before.contains("(i)")
        && !before.contains("(1)")
}

fn last_word(text: &str) -> &str {
    text.rsplit([' ', '\u{a0}']).next().unwrap_or_default()
}

/// “Withdrawal of consent.”, “3.2 Your choices.”: few words, no answer to a question.
fn is_label(text: &str) -> bool {
    let plain = text.trim_end_matches(['.', ':', '!', '*']).to_lowercase();
    text.ends_with(['.', ':'])
        && text.split(' ').count() <= LABEL_WORDS
        && !matches!(plain.as_str(), "no" | "yes" | "never" | "absolutely not")
        && !plain.contains('@')
}
