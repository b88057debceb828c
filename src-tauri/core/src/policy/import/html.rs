//! A web page → pieces. Tags come from html5ever's tokenizer; what is open is kept in one flat stack,
//! so that neither depth nor missing ends cost more than their length.

mod chrome;
mod walk;

use super::piece::{Piece, Rough};
use super::{Cleaned, banner, sample};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;
use walk::Walk;

/// The pieces of a page: its main part, without what surrounds it on every page of a site.
pub(super) fn pieces(page: &str) -> Rough {
    let sink = Sink(RefCell::new(Walk::default()));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(page));
    // The one thing that stops it early is a script to run; nothing is run here.
    while let html5ever::TokenizerResult::Script(()) = tokenizer.feed(&queue) {}
    tokenizer.end();
    rough(tokenizer.sink.0.into_inner())
}

struct Sink(RefCell<Walk>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut walk = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => match tag.kind {
                TagKind::EndTag => walk.end(&tag.name),
                TagKind::StartTag => {
                    walk.start(&tag);
                    return match &*tag.name {
                        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                        "style" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => {
                            TokenSinkResult::RawData(RawKind::Rawtext)
                        }
                        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                        _ => TokenSinkResult::Continue,
                    };
                }
            },
            Token::CharacterTokens(text) => walk.text(&text),
            Token::CommentToken(comment) => walk.comment(&comment),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// What is kept of all that was read, and what is said of the rest.
fn rough(mut walk: Walk) -> Rough {
    walk.close();
    let size = |wanted: &dyn Fn(&walk::Found) -> bool| -> usize {
        walk.found
            .iter()
            .filter(|found| wanted(found))
            .map(|found| found.piece.text.trim().len())
            .sum()
    };
    let shown = size(&|found| !found.chrome && !found.hidden);
    let hidden = size(&|found| !found.chrome && found.hidden);
    // Folded sections are hidden until they are clicked: where most of the text is, it is the policy.
    let with_hidden = hidden > shown;
    let visible = |found: &walk::Found| with_hidden || !found.hidden;
    let body = size(&|found| !found.chrome && visible(found));
    let main = size(&|found| !found.chrome && visible(found) && found.main);
    let only_main = main * 2 > body || (main > 1500 && main * 4 > body);
    let (mut pieces, mut gone): (Vec<Piece>, Vec<Piece>) = (Vec::new(), Vec::new());
    for found in walk.found {
        let kept = if body == 0 {
            true
        } else {
            !found.chrome && (with_hidden || !found.hidden) && (found.main || !only_main)
        };
        if kept {
            pieces.push(found.piece);
        } else {
            gone.push(found.piece);
        }
    }
    let mut cleaned = Vec::new();
    // The banner of an archive is dropped with the rest, yet says what the copy is of.
    let archive = banner::of(gone.iter());
    if let Some(first) = gone.iter().find(|piece| !piece.text.trim().is_empty()) {
        cleaned.push(Cleaned {
            what:
                "Navigation, headers, footers, notices and hidden parts of the page were left out."
                    .into(),
            sample: sample(&first.text),
            characters: gone.iter().map(|piece| piece.text.chars().count()).sum(),
        });
    }
    let address = [walk.canonical, archive.address]
        .into_iter()
        .find(|address| !address.is_empty())
        .unwrap_or_default();
    Rough {
        pieces,
        title: Some(walk.title).filter(|title| !title.trim().is_empty()),
        address,
        day: walk.archived.or(archive.day),
        cleaned,
        ..Rough::default()
    }
}
