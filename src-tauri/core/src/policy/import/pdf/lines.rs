//! What a page writes here and there → its lines, from above to below.

use super::content::Bit;

/// A line of a page.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) x: f32,
    pub(super) end: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    /// How many of its first bytes are bold.
    pub(super) bold_to: usize,
}

/// The lines of a page in the order they are read.
pub(super) fn of(mut bits: Vec<Bit>) -> Vec<Line> {
    upright(&mut bits);
    let ups = bits
        .windows(2)
        .filter(|two| matches!(two, [one, next] if next.y > one.y + one.size * 0.6))
        .count();
    let downs = bits
        .windows(2)
        .filter(|two| matches!(two, [one, next] if next.y < one.y - one.size * 0.6))
        .count();
    // Some programs write a page in no order; two columns go up once.
    if ups > 3 && ups * 3 > downs {
        bits.sort_by(|one, other| {
            other
                .y
                .round()
                .total_cmp(&one.y.round())
                .then(one.x.total_cmp(&other.x))
        });
    }
    let mut lines: Vec<Line> = Vec::new();
    for bit in bits {
        if let Some(line) = lines.last_mut()
            && goes_on(line, &bit)
        {
            add(line, &bit);
            continue;
        }
        if bit.text.trim().is_empty() {
            continue;
        }
        let bold_to = if bit.bold { bit.text.len() } else { 0 };
        lines.push(Line {
            x: bit.x,
            end: bit.end,
            y: bit.y,
            size: bit.size,
            bold: bit.bold,
            bold_to,
            text: bit.text,
        });
    }
    lines
}

/// Keeps what is written in the direction most of the page is written in.
fn upright(bits: &mut Vec<Bit>) {
    let quarter = |bit: &Bit| -> usize {
        let (x, y) = bit.along;
        if x > 0.97 {
            0
        } else if y > 0.97 {
            1
        } else if y < -0.97 {
            2
        } else if x < -0.97 {
            3
        } else {
            4
        }
    };
    let mut sizes = [0usize; 5];
    for bit in bits.iter() {
        if let Some(size) = sizes.get_mut(quarter(bit)) {
            *size += bit.text.len();
        }
    }
    // Aslant are watermarks.
    let most = (0..4)
        .max_by_key(|at| (sizes.get(*at).copied(), std::cmp::Reverse(*at)))
        .unwrap_or(0);
    bits.retain(|bit| quarter(bit) == most);
}

fn goes_on(line: &Line, bit: &Bit) -> bool {
    let size = line.size.max(bit.size);
    (bit.y - line.y).abs() < size * 0.45
        && bit.x > line.end - size * 0.8
        && bit.x < line.end + size * 30.0
}

fn add(line: &mut Line, bit: &Bit) {
    /// A gap of this share of the size is a space.
    const SPACE: f32 = 0.16;
    /// The same letters written again a hair beside are how some programs make them bold.
    const HAIR: f32 = 0.1;
    let size = line.size.max(bit.size);
    if (bit.x - line.x).abs() < size * HAIR
        && line.text == bit.text
        && (bit.end - line.end).abs() < size * HAIR
    {
        line.bold = true;
        line.bold_to = line.text.len();
        return;
    }
    let gap = bit.x - line.end;
    if gap > size * SPACE && !line.text.ends_with(' ') && !bit.text.starts_with(' ') {
        line.text.push(' ');
    }
    let all_bold = line.bold_to >= line.text.trim_end().len();
    line.text.push_str(&bit.text);
    if bit.bold && all_bold {
        line.bold_to = line.text.len();
    } else if !bit.text.trim().is_empty() {
        line.bold = line.bold && bit.bold;
    }
    line.end = line.end.max(bit.end);
    // A raised number of a footnote does not make the line small.
    line.size = line.size.max(bit.size);
}
