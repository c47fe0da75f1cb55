//! What every store must do with the pages that tell customers how far an order is.

use sync::hub::{Hub as Client, Keys, Page};
use uuid::Uuid;

use super::kit::{Ground, Served, about, now_ms, refused, seen};

const LINK: &str = "Yk3m0pXw9vQ2s5t8uBcDeF";

fn page(revision: i64, text: &str) -> Page<'_> {
    Page {
        link: LINK,
        revision,
        page: text,
        expires_ms: now_ms() + 60_000,
    }
}

fn shown(served: &Served) -> (u16, String) {
    let (status, _, text) = seen(&format!("{}/t/{LINK}", served.address));
    (status, text)
}

pub fn a_published_page_is_there_at_once_and_changes_at_once(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut device, _) = served.device(1);
    assert_eq!(shown(&served).0, 404);
    device.publish(&page(1, "<p>Being prepared")).unwrap();
    assert_eq!(shown(&served), (200, "<p>Being prepared".into()));
    device.publish(&page(2, "<p>On its way")).unwrap();
    assert_eq!(shown(&served), (200, "<p>On its way".into()));
}

pub fn an_older_page_never_takes_the_place_of_a_newer_one(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut device, _) = served.device(1);
    let (mut late, _) = served.device(2);
    device.publish(&page(7, "<p>On its way")).unwrap();
    late.publish(&page(6, "<p>Being prepared")).unwrap();
    assert_eq!(shown(&served).1, "<p>On its way");
    late.publish(&page(7, "<p>Auf dem Weg")).unwrap();
    assert_eq!(shown(&served).1, "<p>Auf dem Weg");
}

pub fn a_link_that_has_expired_or_was_withdrawn_leads_nowhere(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut device, _) = served.device(1);
    device.publish(&page(1, "<p>Being prepared")).unwrap();
    device
        .publish(&Page {
            expires_ms: now_ms() - 1,
            ..page(2, "<p>Over")
        })
        .unwrap();
    let (status, text) = shown(&served);
    assert_eq!(status, 404);
    assert!(text.contains("leads nowhere") && text.contains("lang=\"de\""));
    device.publish(&page(3, "<p>Again")).unwrap();
    device.withdraw(LINK).unwrap();
    assert_eq!(shown(&served).0, 404);
    device.publish(&page(9, "<p>A late device")).unwrap();
    assert_eq!(shown(&served).0, 404, "it stays withdrawn");
    let unknown = device.withdraw("another-link-that-is-long");
    assert_eq!(unknown, Err(refused("unknown")));
}

pub fn pages_run_nothing_and_are_found_by_no_search_engine(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut device, _) = served.device(1);
    device
        .publish(&page(1, "<script>alert(1)</script>"))
        .unwrap();
    for address in [LINK, "a-link-that-is-not-there-at-all", "short"] {
        let (_, headers, _) = seen(&format!("{}/t/{address}", served.address));
        let said = |name: &str| headers[name].to_str().unwrap().to_owned();
        let policy = said("content-security-policy");
        for part in ["default-src 'none'", "frame-ancestors 'none'", "sandbox"] {
            assert!(policy.contains(part), "{policy}");
        }
        assert!(!policy.contains("script"), "{policy}");
        assert!(said("x-robots-tag").contains("noindex"));
        assert_eq!(said("referrer-policy"), "no-referrer");
        assert_eq!(said("cache-control"), "no-store");
        assert_eq!(said("x-content-type-options"), "nosniff");
    }
    let views = hub::limits::VIEWS_PER_MIN;
    let is_stopped = (0..=2 * views).any(|_| shown(&served).0 == 429);
    assert!(is_stopped, "nobody tries out links");
}

pub fn a_link_is_long_and_belongs_to_one_book(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut device, _) = served.device(1);
    device.publish(&page(1, "<p>Ours")).unwrap();
    let mut other = Client::new(&served.address, Keys::fresh().unwrap());
    let book = Some(Uuid::from_u128(0xb002));
    other.enrol(&served.code(None), book, &about(1)).unwrap();
    let taken = other.publish(&page(9, "<p>Theirs"));
    assert_eq!(taken, Err(refused("unknown")));
    assert_eq!(other.withdraw(LINK), Err(refused("unknown")));
    assert_eq!(shown(&served).1, "<p>Ours");
    let mut malformed = |page: Page<'_>| other.publish(&page);
    for wrong in ["short", "long enough but not a link"] {
        let page = Page {
            link: wrong,
            ..page(1, "")
        };
        assert_eq!(malformed(page), Err(refused("malformed")));
    }
    let far = Page {
        expires_ms: i64::MAX,
        ..page(1, "")
    };
    assert_eq!(malformed(far), Err(refused("malformed")));
    let text = "x".repeat(hub::limits::PAGE_BYTES + 1);
    assert_eq!(malformed(page(1, &text)), Err(refused("malformed")));
}
