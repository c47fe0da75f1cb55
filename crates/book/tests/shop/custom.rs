//! Custom fields, as clerks define them and fill them in.

use super::Clerk;
use book::Said;
use domain::custom::{CustomValue, FieldKind, FieldSubject, FieldTerms, Fields, Filled};
use domain::customer::CustomerPersonal;
use domain::product::ProductTerms;
use domain::settings::SettingsTerms;
use domain::{CustomerId, ProductId, Subject, SubjectKind};
use std::collections::BTreeMap;

impl Clerk {
    /// One of the things that happen to custom fields, or nothing.
    pub fn fill_at_times(&mut self, step: u16, product: ProductId, customer: CustomerId) {
        let key = format!("field_{}", step % 3);
        let filled = || {
            let value = (!step.is_multiple_of(5)).then(|| match step % 4 {
                0 => CustomValue::NumberMicro(i64::from(step)),
                1 => CustomValue::YesNo(step.is_multiple_of(2)),
                _ => CustomValue::Text(format!("Word {}", step % 6)),
            });
            Filled(BTreeMap::from([(key.clone(), value)]))
        };
        match step / 11 % 6 {
            0 => self.define_field(&key, step),
            1 | 2 => {
                let subject = Subject::new(SubjectKind::Product, product.0);
                let custom = filled();
                let said = ProductTerms {
                    custom,
                    ..ProductTerms::default()
                };
                let said = Said::new(subject, "product.amended", &said);
                self.write(|tx| tx.append(said)).unwrap();
            }
            3 => {
                let subject = Subject::new(SubjectKind::Customer, customer.0);
                let custom = filled();
                let personal = CustomerPersonal {
                    custom,
                    ..CustomerPersonal::default()
                };
                let nothing = serde_json::json!({});
                let said = Said::new(subject, "customer.amended", &nothing);
                let said = said.with_personal(&personal);
                self.write(|tx| tx.append(said)).unwrap();
            }
            _ => {}
        }
    }

    fn define_field(&mut self, key: &str, step: u16) {
        let field = FieldTerms {
            title: Some(format!("Field {step}")),
            kind: Some(FieldKind::Text),
            archived: step.is_multiple_of(2).then_some(step.is_multiple_of(4)),
            ..FieldTerms::default()
        };
        let fields = BTreeMap::from([(key.to_owned(), field)]);
        let said = SettingsTerms {
            custom_fields: Fields::from([(FieldSubject::Product, fields)]),
            ..SettingsTerms::default()
        };
        let subject = Subject::new(SubjectKind::Book, super::BOOK);
        let said = Said::new(subject, "book.amended", &said);
        self.write(|tx| tx.append(said)).unwrap();
    }
}
