//! From a mapping as it is written to rules, with everything that stands against it.

mod arguments;
mod columns;
mod expression;
mod literal;

use super::diagnostic::{Diagnostic, DiagnosticCode, Severity};
use super::expression::{Feed, ItemFeed, Rule};
use super::kind::{self, Class};
use super::target::Fault;
use crate::definition::Definitions;
use crate::draft::{ItemList, Single};
use crate::issue::Path;
use crate::mapping::target::{ItemPart, Target};
use crate::policy::{BlankFirstName, Policy};
use crate::record::{NodeId, Record, Value, trim};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use columns::SeenColumns;

/// What a mapping is compiled for.
#[derive(Clone, Copy)]
pub(crate) struct Context<'c> {
    /// The workspace's custom fields.
    pub(crate) definitions: &'c Definitions,
    /// By which rules values will be read.
    pub(crate) policy: &'c Policy,
    /// The columns of the records, where they are known.
    pub(crate) headers: Option<&'c [String]>,
}

/// The most expressions that a mapping can have.
const MOST_EXPRESSIONS: usize = 1_000;
/// How deep they can stand in each other.
const DEEPEST: usize = 16;

pub(super) struct Compiler<'c> {
    spec: &'c Record<'c>,
    root: NodeId,
    context: Context<'c>,
    columns: SeenColumns<'c>,
    diagnostics: Vec<Diagnostic>,
    /// The target whose expressions are being compiled.
    target: String,
    expressions: usize,
    depth: usize,
    in_each: bool,
    /// Inside the list that an `@each` goes through.
    in_list: bool,
    /// Another source stands in for what is missing here.
    optional: bool,
    /// The items whose names are fed by their place, and where.
    named: Vec<(ItemList, usize, NodeId)>,
    /// Columns that an `@if` asks for, and that may be missing for that.
    asked: Vec<String>,
}

impl<'c> Compiler<'c> {
    pub(super) fn new(spec: &'c Record<'c>, root: NodeId, context: Context<'c>) -> Self {
        Self {
            spec,
            root,
            context,
            columns: SeenColumns::new(context.headers),
            diagnostics: Vec::new(),
            target: String::new(),
            expressions: 0,
            depth: 0,
            in_each: false,
            in_list: false,
            optional: false,
            named: Vec::new(),
            asked: Vec::new(),
        }
    }

    /// The rules in the order of the mapping, and what is to be said of them.
    pub(super) fn run(mut self) -> (Vec<Rule>, Vec<Diagnostic>) {
        let mut rules = Vec::new();
        if !matches!(self.spec.value(self.root), Value::Object) {
            "mapping".clone_into(&mut self.target);
            self.expected("an object of targets", self.root);
            return (rules, self.diagnostics);
        }
        for (name, node) in self.spec.children(self.root) {
            name.clone_into(&mut self.target);
            match name {
                "$schema" if self.spec.value(node).as_text().is_some() => {}
                "$schema" => self.expected("the address of a schema", node),
                "@version" => self.version(node),
                "defaultFields" if self.is_group(node) => {
                    self.group(node, &mut rules, |name, definitions| {
                        Target::find(&format!("defaultFields.{name}"), definitions)
                    });
                }
                "customFields" if self.is_group(node) => {
                    self.group(node, &mut rules, Target::custom);
                }
                _ => self.rule(Target::find(name, self.context.definitions), node, &mut rules),
            }
        }
        self.whole(&rules);
        for name in self.columns.unused() {
            self.diagnostics.push(Diagnostic::unused(&name, Vec::new()));
        }
        (rules, self.diagnostics)
    }

    /// What can be said of all rules together.
    fn whole(&mut self, rules: &[Rule]) {
        let feeds = |target: &Target| rules.iter().any(|rule| rule.target == *target);
        for (list, index, node) in core::mem::take(&mut self.named) {
            if !feeds(&Target::Slot { list, index, part: ItemPart::Value }) {
                self.target = format!("{}[{index}]", list.name());
                self.expected("a value for the item beside its name", node);
            }
        }
        let faults = self.diagnostics.iter().any(|one| one.code.severity() == Severity::Error);
        if !faults
            && self.context.policy.blank_first_name == BlankFirstName::Issue
            && !feeds(&Target::Single(Single::FirstName))
        {
            Single::FirstName.name().clone_into(&mut self.target);
            self.say(DiagnosticCode::FirstNameNotFed, self.root, Vec::new());
        }
    }

    fn version(&mut self, node: NodeId) {
        let one = self.spec.value(node).number().and_then(Result::ok);
        if one.and_then(crate::decimal::Decimal::to_whole) != Some(1) {
            self.say(DiagnosticCode::UnsupportedVersion, node, Vec::new());
        }
    }

    /// Whether an object holds targets, and is no directive.
    fn is_group(&self, node: NodeId) -> bool {
        matches!(self.spec.value(node), Value::Object)
            && !self.spec.children(node).any(|(name, _)| name.starts_with('@'))
    }

    fn group(
        &mut self,
        node: NodeId,
        rules: &mut Vec<Rule>,
        find: impl Fn(&str, &Definitions) -> Result<Target, Fault>,
    ) {
        let outer = core::mem::take(&mut self.target);
        for (name, node) in self.spec.children(node) {
            self.target = format!("{outer}.{name}");
            self.rule(find(name, self.context.definitions), node, rules);
        }
    }

    fn rule(&mut self, found: Result<Target, Fault>, node: NodeId, rules: &mut Vec<Rule>) {
        let target = match found {
            Ok(target) => {
                if rules.iter().any(|rule| rule.target.collides(&target)) {
                    self.say(DiagnosticCode::DuplicateTarget, node, Vec::new());
                }
                Some(target)
            }
            Err(Fault { code, suggestions }) => {
                self.say(code, node, suggestions);
                None
            }
        };
        if let Some(Target::Slot { list, index, part: ItemPart::Name }) = &target {
            self.named.push((*list, *index, node));
        }
        let class = target.as_ref().map(|target| Class::of(target, self.context.definitions));
        let feed = match &target {
            Some(Target::Items { .. }) => self.items(node, class).map(Feed::Items),
            Some(Target::Single(_) | Target::Custom(_) | Target::Slot { .. }) | None => {
                self.checked(node, class).map(Feed::Value)
            }
        };
        if let (Some(target), Some(feed)) = (target, feed) {
            rules.push(Rule { target, feed });
        }
    }

    /// An expression whose outcome a field can take.
    fn checked(
        &mut self,
        node: NodeId,
        class: Option<Class>,
    ) -> Option<super::expression::Expression> {
        let expression = self.expression(node)?;
        if let Some(class) = class {
            for gives in kind::misfits(&expression, class, self.context.policy) {
                let code = DiagnosticCode::IncompatibleType { gives, takes: class.word() };
                self.say(code, node, Vec::new());
            }
        }
        Some(expression)
    }

    /// What feeds a list: one item, or an array of them.
    fn items(&mut self, node: NodeId, class: Option<Class>) -> Option<Vec<ItemFeed>> {
        if !matches!(self.spec.value(node), Value::List) {
            return self.item(node, class).map(|item| vec![item]);
        }
        let items: Vec<_> =
            self.spec.children(node).map(|(_, item)| self.item(item, class)).collect();
        if items.is_empty() {
            self.expected("one item at least", node);
            return None;
        }
        items.into_iter().collect()
    }

    /// `"Column"`, `{ label, name, value }`, `{ "@each": { in, label, name, value } }`.
    fn item(&mut self, node: NodeId, class: Option<Class>) -> Option<ItemFeed> {
        if let Some(each) = self.spec.property(node, "@each")
            && self.spec.children(node).count() == 1
        {
            self.verify(each, &super::directive::EACH)?;
            let list = self.list_of(each);
            let outer = core::mem::replace(&mut self.in_each, true);
            let item = self.item_parts(each, class);
            self.in_each = outer;
            return item.zip(list).map(|(item, list)| ItemFeed { each: Some(list), ..item });
        }
        if self.is_group(node) {
            self.verify(node, &super::directive::ITEM)?;
            return self.item_parts(node, class);
        }
        let value = self.checked(node, class)?;
        Some(ItemFeed { each: None, label: None, name: None, value })
    }

    fn item_parts(&mut self, node: NodeId, class: Option<Class>) -> Option<ItemFeed> {
        let label = match self.spec.property(node, "label") {
            None => None,
            Some(node) => Some(self.label(node)?),
        };
        let name = self.spec.property(node, "name");
        let name = name.map(|node| self.checked(node, Some(Class::Text)));
        let value = self.checked(self.spec.property(node, "value")?, class)?;
        let name = match name {
            None => None,
            Some(name) => Some(name?),
        };
        Some(ItemFeed { each: None, label, name, value })
    }

    fn label(&mut self, node: NodeId) -> Option<String> {
        let label = self.spec.value(node).as_text().map(trim);
        match label {
            Some(label) if !label.is_empty() && !label.contains(char::is_control) => {
                Some(label.to_owned())
            }
            _ => {
                self.expected("a label such as `work`", node);
                None
            }
        }
    }

    fn expected(&mut self, what: impl Into<String>, node: NodeId) {
        self.say(DiagnosticCode::InvalidArgument { expected: what.into() }, node, Vec::new());
    }

    fn say(&mut self, code: DiagnosticCode, node: NodeId, suggestions: Vec<String>) {
        let source = self.spec.value(node).as_text().map(str::to_owned);
        let above = self.spec.path(self.root).0.len();
        let path = Path(self.spec.path(node).0.split_off(above));
        let target = self.target.clone();
        self.diagnostics.push(Diagnostic { code, target, source, path, suggestions });
    }
}
