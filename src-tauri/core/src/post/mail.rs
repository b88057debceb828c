//! A letter as a mail that is not sent yet. The officer's own mail program opens it, and the officer sends it.

use super::{get, names, parcel};
use crate::api::wire::{Export, PostKey, Refusal};
use crate::desk::App;
use crate::store::post::pdf;
use crate::time::Now;
use crate::vault::sha256;
use crate::words::{LetterKind, PostState};
use base64::{Engine, engine::general_purpose::STANDARD};
use mail_builder::MessageBuilder;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::MimePart;

/// See the command table.
pub fn draft(app: &mut App, args: PostKey, now: Now) -> Result<Export, Refusal> {
    let (name, bytes) = bytes(app, &args.key, now)?;
    Ok(Export {
        name,
        media_type: "message/rfc822".into(),
        base64: STANDARD.encode(bytes),
    })
}

/// Name and bytes of the mail. Only what was issued to leave by e-mail: there it was asked why health data may go so.
pub fn bytes(app: &mut App, key: &str, now: Now) -> Result<(String, Vec<u8>), Refusal> {
    let desk = app.desk()?;
    let one = get(desk.store.read(), key)?;
    if one.sent_by != "mail" {
        return Err(Refusal::not_now(format!(
            "{} was issued to leave on paper. To send it by e-mail, write it again and issue it for e-mail.",
            one.title
        )));
    }
    if one.way.state == PostState::Returned {
        return Err(Refusal::not_now(
            "That letter came back. Write it again; the new letter goes out.",
        ));
    }
    let to = one.person.email.trim();
    if to.is_empty() {
        return Err(Refusal::not_now(format!(
            "No mail address is known of {}. {}",
            one.person.name,
            if one.kind == Some(LetterKind::RecipientNotice) {
                "Save the PDF and attach it to a mail of your own."
            } else {
                "Correct the request first."
            }
        )));
    }
    let pdf = pdf(desk.store.read(), one.which)?;
    let file = names::of(&one, "pdf");
    let along = parcel::files(desk.store.read(), &one)?;
    let profile = &desk.profile;
    let subject = [one.title.as_str(), one.reference.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    // By what is in it, not by chance.
    let boundary = format!("letter-{}", &sha256(&pdf)[..32]);
    let more = match along.len() {
        0 => String::new(),
        1 => " One file goes with it; the letter names it with its SHA-256.".to_owned(),
        many => format!(" {many} files go with it; the letter names each with its SHA-256."),
    };
    let text = format!(
        "Please find our letter enclosed as a PDF.{more}\r\n\r\n{}\r\n",
        profile.organisation.trim()
    );
    let mut mail = MessageBuilder::new()
        .from((profile.organisation.trim(), profile.contact_email.trim()))
        .subject(subject)
        .date(now.instant().timestamp())
        .message_id(format!("{boundary}@rightsdesk.invalid"))
        // Mail programs open it for writing instead of as one that came in.
        .header("X-Unsent", Raw::new("1"));
    mail = match one.person.name.trim() {
        "" => mail.to(to),
        name => mail.to((name, to)),
    };
    let mut parts = vec![
        MimePart::new(
            ContentType::new("text/plain").attribute("charset", "utf-8"),
            text,
        ),
        MimePart::new(ContentType::new("application/pdf"), pdf).attachment(file),
    ];
    for (file, bytes) in along {
        // Its bytes and its name; what kind it is was said by whoever brought it, and is not taken on trust.
        let part = MimePart::new(ContentType::new("application/octet-stream"), bytes);
        parts.push(part.attachment(parcel::file_name(&file.name)));
    }
    let whole = MimePart::new(
        ContentType::new("multipart/mixed").attribute("boundary", boundary),
        parts,
    );
    let bytes = mail
        .body(whole)
        .write_to_vec()
        .map_err(|e| Refusal::broken(&e.to_string()))?;
    Ok((names::of(&one, "eml"), bytes))
}
