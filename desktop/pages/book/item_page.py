"""The page of the tree: marks, narratives, cross-references, repeated listings and footnotes, item by item."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.edit.records import records, set_list
from db.read.reports import nodes
from desktop.kit.boxes import ChoiceBox, LineBox, SearchBox, TextBox
from desktop.kit.door import entry_of, label_of, written
from desktop.kit.parts import filled, halves
from desktop.kit.record import RecordBoxes
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import styled
from desktop.kit.value_table import RowsColumn
from desktop.kit.value_table_view import ListEditor
from plan.changes import Value
from plan.documents.reports import Node
from plan.ids import ItemId, RecordId
from work.language import _, pgettext

_TABLE = "item"
_ID = Qt.ItemDataRole.UserRole
_SIZES = (560, 800)
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ItemsPage(QWidget):
    """What the plan book says of every item."""

    def __init__(self, plan: ShownPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan = plan
        self._nodes: dict[ItemId, Node] = {}
        self._lines: dict[ItemId, QTreeWidgetItem] = {}
        self._stored: Mapping[RecordId, Mapping[str, Value]] = {}
        self.tree = styled(QTreeWidget(self), "list")
        self.boxes = RecordBoxes(self, plan, _TABLE)
        self.mark = self.boxes.add("mark", ChoiceBox(label_of(_TABLE, "mark")))
        self.narrative = self.boxes.add("narrative", TextBox(label_of(_TABLE, "narrative"), 7))
        self.described_with = self.boxes.add("narrative_with", SearchBox(label_of(_TABLE, "narrative_with")))
        self.reference = self.boxes.add("reference_id", SearchBox(label_of(_TABLE, "reference_id")))
        self.reference_text = self.boxes.add("reference_text", LineBox(label_of(_TABLE, "reference_text")))
        self.listing = self.boxes.add("listing_of", SearchBox(label_of(_TABLE, "listing_of")))
        terms = [
            RowsColumn("term", label_of("footnote", "term"), width=260),
            RowsColumn("text", label_of("footnote", "text")),
        ]
        self.footnotes = ListEditor(_("用語の注"), terms, {}, self)
        self.heading = styled(QLabel(self, wordWrap=True), "cellPlace")
        self.printed = styled(QLabel(self, wordWrap=True), "muted")
        self._arrange()
        self.setFocusProxy(self.tree)
        self.tree.currentItemChanged.connect(lambda *_: self._chosen())
        self.footnotes.changed.connect(self._enter_footnotes)

    def _arrange(self) -> None:
        self.tree.setAccessibleName(_("施策の体系"))
        self.tree.setHeaderLabels([_("施策・事業"), pgettext("tree", "区分"), _("説明")])
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, 48)
        header.resizeSection(2, 60)
        self.mark.offer([("", "—"), ("◎", _("◎ 主要事業")), ("※", _("※ 推進事業"))])
        self.footnotes.view.verticalHeader().hide()
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name in ("mark", "narrative", "narrative_with", "reference_id", "reference_text", "listing_of"):
            box = self.boxes.boxes[name]
            assert isinstance(box, QWidget)
            form.addRow(label_of(_TABLE, name), box)
        self.reference_text.setPlaceholderText(_("計画の外を指すときに書きます"))
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addLayout(form)
        column.addWidget(self.printed)
        column.addWidget(styled(QLabel(_("用語の注（番号は、印刷のときに付きます）"), self), "paneTitle"))
        column.addWidget(self.footnotes, 1)
        filled(self, halves(self, self.tree, right, _SIZES))

    def reload(self) -> None:
        """Show the tree as it is stored."""
        tree, self._stored = self._plan.ask(nodes), self._plan.ask(records, _TABLE)
        self._nodes = {node.id: node for node in tree}
        projects = [(str(n.id), "　" * n.level + n.heading) for n in tree]
        self.described_with.offer([("", "—"), *projects])
        self.reference.offer([("", "—"), *projects])
        self.listing.offer([("", _("再掲ではない")), *projects])
        self._show_tree(tree)
        self._show()

    @property
    def current(self) -> Node | None:
        """The item that is chosen; None for the plan as a whole."""
        line = self.tree.currentItem()
        return self._nodes.get(ItemId(RecordId(line.data(0, _ID)))) if line is not None else None

    def _show_tree(self, tree: Sequence[Node]) -> None:
        was = self.current.id if self.current else None
        if list(self._lines) == [node.id for node in tree]:  # never rebuilt while Qt goes from line to line
            for node in tree:
                self._fill(self._lines[node.id], node)
            return
        with QSignalBlocker(self.tree):
            self.tree.clear()
            whole = QTreeWidgetItem([_("計画全体")])
            whole.setData(0, _ID, "")
            self.tree.addTopLevelItem(whole)
            self._lines = {}
            for node in tree:
                line = self._lines[node.id] = QTreeWidgetItem()
                self._fill(line, node)
                if node.parent is None:
                    self.tree.addTopLevelItem(line)
                else:
                    self._lines[node.parent].addChild(line)
            self.tree.expandAll()
            first = next(iter(self._lines.values()), whole)
            self.tree.setCurrentItem(self._lines.get(was, first) if was else first)

    def _fill(self, line: QTreeWidgetItem, node: Node) -> None:
        stored = self._stored[node.id]
        has_text = _("あり") if stored.get("narrative") or stored.get("narrative_with") else ""
        for column, text in enumerate((node.heading.replace("\n", " "), node.mark, has_text)):
            line.setText(column, text)
            line.setTextAlignment(column, _CENTRE if column else _LEFT)
        line.setData(0, _ID, node.id)
        line.setToolTip(0, node.heading)

    def choose(self, item: ItemId) -> None:
        """Choose an item."""
        if item in self._lines:
            self.tree.setCurrentItem(self._lines[item])

    def _chosen(self) -> None:
        before = self.boxes.record
        current = self.current.id if self.current else None
        if before is not None and before in self._nodes and before != current and not self.boxes.commit():
            self.choose(ItemId(before))
            return
        self._show()

    def _show(self) -> None:
        node = self.current
        self.heading.setText(node.full_heading if node else _("計画全体"))
        self.boxes.show(
            node.id if node else None, node.full_heading if node else "", self._stored[node.id] if node else {}
        )
        printed = _("{text}　と印刷されます。番号や名称が変わると、一緒に変わります。")
        self.printed.setText(printed.format(text=node.reference) if node else "")
        self.printed.setVisible(bool(node and self._stored[node.id].get("reference_id")))
        notes = self._plan.ask(records, "footnote")
        item = node.id if node else None
        self.footnotes.show_rows([note for note in notes.values() if note["item_id"] == item])
        self.footnotes.lock(locked=not self._plan.writable)

    def commit(self) -> None:
        """Hand over what is being written."""
        self.footnotes.view.commit()
        self.boxes.commit()

    def _enter_footnotes(self, rows: Sequence[Mapping[str, Value]]) -> None:
        node = self.current
        wanted = [{name: row.get(name) for name in ("term", "text")} for row in rows]
        label = entry_of(node.full_heading if node else "", "footnote", "term")
        owner = {"item_id": node.id if node else None}
        written(self, self._plan, label, set_list, "footnote", owner, wanted)
