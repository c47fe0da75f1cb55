//! Sealing, and who opens what was sealed.

use super::*;
use crate::record::sample;
use proptest::prelude::*;

fn ring() -> Ring {
    Ring::fresh().unwrap()
}

#[test]
fn who_has_the_key_reads_what_was_sealed_and_nobody_else_does() {
    let (ours, other) = (ring(), ring());
    let record = sample(1, 3);
    let sealed = ours.seal(&record).unwrap();
    assert_eq!(ours.open(&sealed), Opened::Record(record.clone()));
    assert_eq!(other.open(&sealed), Opened::NoKey);
    assert_eq!(ours.open(&record), Opened::Broken, "it is not sealed");
    let found = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).any(|at| at == word);
    assert!(found(&record.body, b"spoon.bent") && !found(&sealed.body, b"spoon.bent"));
    assert!(!found(sealed.personal.as_ref().unwrap(), b"Ada"));
}

#[test]
fn the_personal_part_goes_by_itself() {
    let ring = ring();
    let mut sealed = ring.seal(&sample(1, 3)).unwrap();
    sealed.personal = None;
    let Opened::Record(opened) = ring.open(&sealed) else {
        panic!("it opens");
    };
    assert!(opened.entry().unwrap().is_intact());
}

#[test]
fn nothing_sealed_can_be_put_in_anothers_place() {
    let ring = ring();
    let sealed = ring.seal(&sample(1, 3)).unwrap();
    let moved = |change: fn(&mut Record)| {
        let mut moved = sealed.clone();
        change(&mut moved);
        ring.open(&moved)
    };
    assert_eq!(moved(|it| it.seq = 4), Opened::Broken);
    assert_eq!(moved(|it| it.device = Uuid::nil()), Opened::Broken);
    assert_eq!(moved(|it| it.hash[0] ^= 1), Opened::Broken);
    assert_eq!(moved(|it| it.prev_hash[0] ^= 1), Opened::Broken);
    assert_eq!(
        moved(|it| it.personal = Some(it.body.clone())),
        Opened::Broken
    );
    assert_eq!(moved(|it| it.body.clear()), Opened::Broken);
}

#[test]
fn keys_go_from_hand_to_hand_as_text_and_a_slip_is_noticed() {
    let mut ring = ring();
    ring.add(Key::fresh().unwrap());
    let text = ring.text();
    assert_eq!(
        Ring::of_text(&text.to_lowercase().replace('-', " ")),
        Some(ring)
    );
    let slip = text.replacen(|letter: char| letter.is_ascii_digit(), "X", 1);
    for wrong in [&slip, &text[..text.len() - 3], "", "spoon"] {
        assert_eq!(Ring::of_text(wrong), None, "{wrong}");
    }
}

#[test]
fn a_journal_is_readable_up_to_where_it_gives_the_next_key() {
    let first = ring();
    let mut both = first.clone();
    let next = Key::fresh().unwrap();
    both.add(next);
    both.arrange(&[(next.name(), (Uuid::from_u128(1), 4))]);
    let opens = |device, seq| first.open(&both.seal(&sample(device, seq)).unwrap());
    assert!(
        matches!(opens(1, 4), Opened::Record(_)),
        "the entry that gives it"
    );
    assert_eq!(opens(1, 5), Opened::NoKey, "what comes after");
    assert_eq!(opens(2, 1), Opened::NoKey, "what others say");
}

#[test]
fn keys_are_in_the_order_in_which_they_were_given() {
    let [one, two, three] = [(); 3].map(|()| Key::fresh().unwrap());
    let mut ring = Ring::default();
    [three, one, two].into_iter().for_each(|key| ring.add(key));
    let at = |seq| (Uuid::nil(), seq);
    ring.arrange(&[(two.name(), at(2)), (three.name(), at(3))]);
    assert_eq!(ring.keys().collect::<Vec<_>>(), [&one, &two, &three]);
}

proptest! {
    #[test]
    fn a_flipped_byte_opens_nothing(at in any::<usize>(), flip in 1_u8..) {
        let ring = ring();
        let mut sealed = ring.seal(&sample(1, 1)).unwrap();
        let at = at % sealed.body.len();
        sealed.body[at] ^= flip;
        prop_assert!(!matches!(ring.open(&sealed), Opened::Record(_)));
    }

    #[test]
    fn any_bytes_open_nothing(body in prop::collection::vec(any::<u8>(), 0..200)) {
        let record = Record { body, ..sample(1, 1) };
        prop_assert!(!matches!(ring().open(&record), Opened::Record(_)));
    }
}
