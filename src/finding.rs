//! What is found on the way from a record to a payload, before the record's paths are written out.
//!
//! A finding knows its place as a [`NodeId`], so that the way costs nothing where there is nothing to
//! say; [`Findings::into_report`] puts all of them in record order and spells the paths.

use crate::issue::{Issue, Path, Remark, Report, Segment};
use crate::order::order;
use crate::record::{NodeId, Record};
use alloc::vec::Vec;

/// A place in the record, or what is missing below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    node: NodeId,
    missing: Missing,
}

/// What is missing below a place.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Missing {
    Nothing,
    /// A property whose name everybody knows: looking for it costs nothing.
    Property(&'static str),
    Steps(Vec<Segment>),
}

impl Origin {
    /// Something that is missing below a place.
    #[must_use]
    pub fn missing(node: NodeId, steps: Vec<Segment>) -> Self {
        Self { node, missing: Missing::Steps(steps) }
    }

    /// A property that is missing at a place.
    #[must_use]
    pub fn property(node: NodeId, name: &'static str) -> Self {
        Self { node, missing: Missing::Property(name) }
    }

    /// Whether this is missing at a place, or below it in what is not there.
    pub(crate) fn is_below(&self, node: NodeId) -> bool {
        self.node == node
    }

    fn path(&self, record: &Record<'_>) -> Path {
        let mut path = record.path(self.node);
        match &self.missing {
            Missing::Nothing => {}
            Missing::Property(name) => path.0.push((*name).into()),
            Missing::Steps(steps) => path.0.extend_from_slice(steps),
        }
        path
    }
}

impl From<NodeId> for Origin {
    fn from(node: NodeId) -> Self {
        Self { node, missing: Missing::Nothing }
    }
}

#[derive(Clone, Debug)]
struct Finding {
    remark: Remark,
    origin: Origin,
    target: Option<Path>,
}

/// Issues and warnings, as they were found.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    issues: Vec<Finding>,
    warnings: Vec<Finding>,
}

impl Findings {
    /// Adds what stands against the record.
    pub fn issue(
        &mut self,
        remark: impl Into<Remark>,
        origin: impl Into<Origin>,
        target: Option<Path>,
    ) {
        push(&mut self.issues, remark.into(), origin.into(), target);
    }

    /// Adds what the caller may want to know.
    pub fn warning(
        &mut self,
        remark: impl Into<Remark>,
        origin: impl Into<Origin>,
        target: Option<Path>,
    ) {
        push(&mut self.warnings, remark.into(), origin.into(), target);
    }

    /// Adds a warning for each note on a value.
    pub fn notes(&mut self, notes: Vec<Remark>, origin: NodeId, target: &dyn Fn() -> Path) {
        for note in notes {
            self.warning(note, origin, Some(target()));
        }
    }

    /// Whether there are so many that suggestions are not worth their time any more: a record with more than these is
    /// no record.
    pub(crate) fn are_many(&self) -> bool {
        self.issues.len() + self.warnings.len() >= 20
    }

    /// How many issues there are.
    #[must_use]
    pub fn issue_count(&self) -> usize {
        self.issues.len()
    }

    /// How many warnings there are.
    #[must_use]
    pub fn warning_count(&self) -> usize {
        self.warnings.len()
    }

    /// Items of the payload were merged: the warnings behind so many others are about these `places`.
    pub(crate) fn renumber(&mut self, behind: usize, places: &[usize]) {
        let said = self.warnings.iter_mut().skip(behind);
        for step in said.filter_map(|one| one.target.as_mut()).flat_map(|target| &mut target.0) {
            if let Segment::Index(index) = step {
                *index = places.get(*index).copied().unwrap_or(*index);
            }
        }
    }

    /// Everything in record order, with its path.
    #[must_use]
    pub fn into_report(self, record: &Record<'_>) -> Report {
        Report { issues: written(self.issues, record), warnings: written(self.warnings, record) }
    }
}

fn push(findings: &mut Vec<Finding>, remark: Remark, origin: Origin, target: Option<Path>) {
    findings.push(Finding { remark, origin, target });
}

fn written(findings: Vec<Finding>, record: &Record<'_>) -> Vec<Issue> {
    let mut findings: Vec<_> = findings.into_iter().map(Some).collect();
    let node = |place: usize| findings.get(place)?.as_ref().map(|finding| finding.origin.node);
    let places = order(findings.len(), &|a, b| node(a) < node(b));
    let mut written = Vec::with_capacity(findings.len());
    for place in places {
        if let Some(Finding { remark, origin, target }) =
            findings.get_mut(place).and_then(Option::take)
        {
            let (code, suggestions) = (remark.code, remark.suggestions);
            written.push(Issue { path: origin.path(record), code, suggestions, target });
        }
    }
    written
}
