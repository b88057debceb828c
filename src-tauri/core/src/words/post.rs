//! The words of the print room.

use serde::{Deserialize, Serialize};

words! {
    /// Where an issued letter is on its way.
    PostState {
        /// Kept, and waiting to leave the house.
        Ready = "ready",
        /// It left: posted, mailed or handed over.
        Posted = "posted",
        /// The post brought it back.
        Returned = "returned",
    }
}

words! {
    /// In what way a file goes along with a letter.
    EnclosureRole {
        /// As it is.
        File = "file",
        /// As it is, and set as pages behind the letter.
        Annex = "annex",
    }
}

words! {
    /// How something gets into the envelope with its letter.
    AlongHow {
        /// The post of the day prints it behind the letter.
        Printed = "printed",
        /// Somebody puts it there.
        ByHand = "by-hand",
        /// It is looked at when the post is put together.
        NotSeen = "not-seen",
    }
}

words! {
    /// What is done about a letter that came back.
    AfterReturn {
        /// The same letter again, under another address.
        WriteAgain = "write-again",
        /// By e-mail or by hand.
        OtherWay = "other-way",
        /// First the right address has to be found.
        FindAddress = "find-address",
    }
}
