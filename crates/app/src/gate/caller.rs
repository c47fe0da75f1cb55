//! One call of a verb: who called it, who approved it, and what was found out about both.
use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::PersonId;
use domain::person::{DealLimits, Permission};
use domain::settings::Settings;

use super::audit::About;
use super::session::{AtWork, Worker};
use crate::App;
use crate::error::AppError;

/// What a call turned out to need.
#[derive(Default)]
pub(super) struct Notes {
    /// What it lacks, of a dry run.
    missing: BTreeSet<Permission>,
    /// What somebody else approved.
    approved: BTreeSet<Permission>,
    /// The approval is in the journal.
    written: bool,
}

/// Who calls a verb.
pub(crate) struct Caller {
    pub(super) at_work: AtWork,
    /// Who approves what the caller may not do.
    pub(super) approver: Option<Worker>,
    pub(super) verb: &'static str,
    pub(super) dry_run: bool,
    pub(super) about: About,
    notes: Mutex<Notes>,
}

impl Caller {
    /// A call of a verb.
    pub(super) fn new(
        at_work: AtWork,
        approver: Option<Worker>,
        verb: &'static str,
        dry_run: bool,
    ) -> Self {
        Self {
            at_work,
            approver,
            verb,
            dry_run,
            about: About::default(),
            notes: Mutex::default(),
        }
    }

    /// The same about something.
    pub(super) fn about(mut self, about: About) -> Self {
        self.about = about;
        self
    }

    /// Somebody who may do everything: what the program does by itself.
    pub(crate) fn anybody() -> Self {
        Self::new(AtWork::Anybody, None, "", false)
    }

    /// The person at work, as entries name them.
    pub(crate) fn actor(&self) -> Option<String> {
        match &self.at_work {
            AtWork::Person(worker) => Some(worker.id.to_string()),
            AtWork::Anybody | AtWork::Nobody => None,
        }
    }

    /// Who approved what the caller may not do, if that was not written down yet.
    pub(super) fn take_approval(&self) -> Option<(PersonId, Vec<Permission>)> {
        let mut notes = self.notes();
        if notes.written || notes.approved.is_empty() || self.dry_run {
            return None;
        }
        notes.written = true;
        let approved = notes.approved.iter().copied().collect();
        self.approver
            .as_ref()
            .map(|approver| (PersonId(approver.id), approved))
    }

    /// What a dry run lacks.
    pub(crate) fn missing(&self) -> Vec<Permission> {
        self.notes().missing.iter().copied().collect()
    }

    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn may(&self, permission: Permission) -> bool {
        match &self.at_work {
            AtWork::Anybody => true,
            AtWork::Nobody => false,
            AtWork::Person(worker) => worker.role.may(permission),
        }
    }

    /// What of some permissions neither the caller nor an approver has.
    fn lacking(&self, permissions: &[Permission]) -> Vec<Permission> {
        let mut lacking = Vec::new();
        for permission in permissions.iter().filter(|one| !self.may(**one)) {
            let approver = self.approver.as_ref();
            if approver.is_some_and(|worker| worker.role.may(*permission)) {
                self.notes().approved.insert(*permission);
            } else {
                lacking.push(*permission);
            }
        }
        lacking
    }
}

impl App {
    /// Refuses what whoever called may not do and nobody approved. A dry run goes on, and tells in
    /// its answer what would be needed.
    pub(crate) fn require(&self, permissions: &[Permission]) -> Result<(), AppError> {
        let caller = self.caller();
        let lacking = caller.lacking(permissions);
        if lacking.is_empty() {
            return Ok(());
        }
        if caller.dry_run {
            caller.notes().missing.extend(lacking);
            return Ok(());
        }
        let words: Vec<_> = lacking.iter().map(|one| one.word()).collect();
        Err(AppError::conflict("permission_needed").with(words.join(",")))
    }

    /// Whether the call only tries what it would do.
    pub(crate) fn is_trying(&self) -> bool {
        self.caller().dry_run
    }

    /// What a deal may be without an approval; `None` when it may be anything.
    pub(crate) fn deal_limits(&self) -> Option<DealLimits> {
        let AtWork::Person(worker) = &self.caller().at_work else {
            return None;
        };
        let no_limit = worker.role.may(Permission::DiscountOverLimit);
        let limits = DealLimits {
            price_override: worker.role.may(Permission::PriceOverride),
            discount_limit_ppm: (!no_limit).then_some(worker.role.discount_limit_ppm),
        };
        (!limits.price_override || !no_limit).then_some(limits)
    }

    /// Refuses to give away more than one has oneself: what a role may do, by its key.
    pub(crate) fn check_grant(&self, settings: &Settings, role: &str) -> Result<(), AppError> {
        let role = domain::person::role_of(&settings.roles(), role);
        self.check_grants(&role.granted())
    }

    /// The same for single permissions.
    pub(crate) fn check_grants(&self, permissions: &[Permission]) -> Result<(), AppError> {
        let caller = self.caller();
        if caller.lacking(permissions).is_empty() {
            return Ok(());
        }
        Err(AppError::at("role", "beyond_own_role"))
    }
}
