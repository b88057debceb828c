//! Many questions to the law in one go: a JSON object a line in, one out, in the same order.

use crate::say::Failure;
use rightsdesk_core::{
    api::wire::{DatedEvent, DeadlineIn},
    desk::reference,
    law::DeadlineReport,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{
    fs::File,
    io::{self, BufRead, BufReader, BufWriter, Read, Write},
    path::Path,
};

/// No question is as long; a file without line ends must not fill the memory.
const LONGEST: u64 = 1 << 20;

/// Answers every line of a file, or of standard input for `-`.
///
/// A line that cannot be answered says so in its place and the rest goes on; the end says how many.
pub fn run(file: &Path) -> crate::Done {
    if file.as_os_str() == "-" {
        return through(BufReader::new(io::stdin()), io::stdout());
    }
    let questions = File::open(file).map_err(|error| {
        Failure::refused(format!("{} could not be read: {error}.", file.display()))
    })?;
    through(BufReader::with_capacity(1 << 16, questions), io::stdout())
}

/// One line, named as the flags.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    /// Whatever the asker knows the question by; comes back with the answer.
    id: Option<Value>,
    regime: String,
    right: String,
    received: String,
    timezone: Option<String>,
    calendar: Option<String>,
    events: Option<Vec<DatedEvent>>,
    #[serde(alias = "arrived-at")]
    arrived_at: Option<String>,
}

#[derive(Debug, Serialize)]
struct Answer {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    #[serde(flatten)]
    report: DeadlineReport,
}

#[derive(Debug, Serialize)]
struct Problem {
    line: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    error: String,
}

fn through(mut from: BufReader<impl Read>, to: impl Write) -> crate::Done {
    let mut to = BufWriter::with_capacity(1 << 16, to);
    let mut text = Vec::new();
    let (mut number, mut asked, mut wrong) = (0u64, 0u64, 0u64);
    loop {
        text.clear();
        let read = from
            .by_ref()
            .take(LONGEST)
            .read_until(b'\n', &mut text)
            .map_err(|error| {
                Failure::refused(format!("Line {} could not be read: {error}.", number + 1))
            })?;
        if read == 0 {
            break;
        }
        number += 1;
        let whole = text.ends_with(b"\n") || (read as u64) < LONGEST;
        if !whole {
            skip_line(&mut from).map_err(Failure::refused)?;
        }
        // Some editors begin a file with a mark of its encoding.
        let line = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&text);
        if whole && line.trim_ascii().is_empty() {
            continue;
        }
        asked += 1;
        let answered = if whole {
            answer(line)
        } else {
            Err((
                None,
                "The line is longer than any question. Is there one object a line?".into(),
            ))
        };
        let written = match answered {
            Ok(answer) => serde_json::to_writer(&mut to, &answer),
            Err((id, error)) => {
                wrong += 1;
                let problem = Problem {
                    line: number,
                    id,
                    error,
                };
                serde_json::to_writer(&mut to, &problem)
            }
        };
        let written = written.map_err(io::Error::from);
        let mut written = written.and_then(|()| to.write_all(b"\n"));
        // Whoever asks line by line and waits is answered; whoever hands in a file is not slowed down.
        if from.buffer().is_empty() {
            written = written.and_then(|()| to.flush());
        }
        match written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            done => done.map_err(unwritten)?,
        }
    }
    match to.flush() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(unwritten(error)),
        _ => {}
    }
    if wrong > 0 {
        return Err(Failure::refused(format!(
            "{wrong} of {asked} lines could not be answered; each says why in its place."
        )));
    }
    Ok(())
}

fn answer(line: &[u8]) -> Result<Answer, (Option<Value>, String)> {
    // A list would be read as the fields in their order; a line names them.
    if !line.trim_ascii_start().starts_with(b"{") {
        let why = "The line cannot be read: it is no JSON object, which begins with {.";
        return Err((None, why.into()));
    }
    let line: Line = serde_json::from_slice(line).map_err(|error| (None, unread(&error)))?;
    let asked = DeadlineIn {
        regime: line.regime,
        right: line.right,
        received: line.received,
        timezone: line.timezone,
        calendar: line.calendar,
        events: line.events.unwrap_or_default(),
        arrived_at: line.arrived_at,
    };
    match reference::answer(asked) {
        Ok(report) => Ok(Answer {
            id: line.id,
            report,
        }),
        Err(refusal) => Err((line.id, Failure::from(refusal).to_string())),
    }
}

/// What the reader of JSON found, without its “line 1”: the number of the line is told beside it.
fn unread(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text
        .rsplit_once(" at line ")
        .map_or(text.as_str(), |(what, _)| what);
    match error.column() {
        0 => format!("The line cannot be read: {what}."),
        column => format!("The line cannot be read at character {column}: {what}."),
    }
}

fn skip_line(from: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = from.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        match buffer.iter().position(|byte| *byte == b'\n') {
            Some(at) => {
                from.consume(at + 1);
                return Ok(());
            }
            None => {
                let all = buffer.len();
                from.consume(all);
            }
        }
    }
}

fn unwritten(error: io::Error) -> Failure {
    Failure::refused(format!("The output could not be written: {error}."))
}
