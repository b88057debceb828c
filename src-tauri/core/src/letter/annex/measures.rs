//! Sizes in plain units.

use super::super::tongue::AnnexWords;

/// `12 KB`, `1.4 MB`: thousands, as file managers show them, in the units of a language.
pub(super) fn size(bytes: u64, words: &AnnexWords) -> String {
    in_units(bytes, &words.decimal, &words.units)
}

fn in_units(
    bytes: u64,
    decimal: &str,
    [one, thousand, million]: &[impl std::fmt::Display; 3],
) -> String {
    let tenths = |unit: u64| {
        // Rounded to the nearest tenth; ten and more need none.
        let tenth = (bytes * 10 + unit / 2) / unit;
        if tenth >= 100 {
            ((bytes + unit / 2) / unit).to_string()
        } else {
            format!("{}{decimal}{}", tenth / 10, tenth % 10)
        }
    };
    match bytes {
        0..1_000 => format!("{bytes}\u{a0}{one}"),
        1_000..999_500 => format!("{}\u{a0}{thousand}", tenths(1_000)),
        999_500.. => format!("{}\u{a0}{million}", tenths(1_000_000)),
    }
}

/// `12 345`: thousands parted as every language reads them.
pub(super) fn spaced(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    fn file_size(bytes: u64) -> String {
        in_units(bytes, ".", &["B", "KB", "MB"])
    }

    #[test]
    fn sizes_in_plain_units() {
        for (bytes, said, why) in [
            (0, "0 B", "an empty file is a file"),
            (999, "999 B", "below a thousand every byte counts"),
            (1_000, "1.0 KB", "a thousand is a KB"),
            (9_949, "9.9 KB", "rounded down"),
            (9_951, "10 KB", "rounded up into the next form"),
            (12_345, "12 KB", "no tenth from ten on"),
            (999_499, "999 KB", "not a thousand yet"),
            (999_500, "1.0 MB", "never 1000 KB"),
            (52_428_800, "52 MB", "the largest a desk keeps"),
        ] {
            assert_eq!(file_size(bytes).replace('\u{a0}', " "), said, "{why}");
        }
        let french = in_units(1_400_000, ",", &["o", "Ko", "Mo"]);
        assert_eq!(french.replace('\u{a0}', " "), "1,4 Mo");
        assert_eq!(spaced(9_999), "9999");
        assert_eq!(spaced(1_234_567).replace('\u{a0}', " "), "1 234 567");
    }
}
