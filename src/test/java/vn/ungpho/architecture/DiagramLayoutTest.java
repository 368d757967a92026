package vn.ungpho.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import vn.ungpho.architecture.Layout.Label;
import vn.ungpho.architecture.Layout.Line;
import vn.ungpho.architecture.Layout.Shape;

/** A diagram that officials can follow: nothing covers anything, and it reads from left to right. */
class DiagramLayoutTest {

    @ForEachDiagram
    void drawsEveryNodeAndEveryFlow(Diagram diagram) {
        Layout layout = new Layout(diagram);
        assertThat(layout.shapes()).extracting(Shape::id).containsExactlyInAnyOrderElementsOf(ids(diagram));
        assertThat(layout.lines())
                .extracting(Line::id)
                .containsExactlyInAnyOrderElementsOf(diagram.all(SequenceFlow.class).stream()
                        .map(SequenceFlow::getId)
                        .toList());
    }

    @ForEachDiagram
    void shapesDoNotOverlap(Diagram diagram) {
        List<Shape> shapes = new Layout(diagram).shapes();
        List<String> overlaps = new ArrayList<>();
        for (Shape one : shapes) {
            for (Shape other : shapes.subList(shapes.indexOf(one) + 1, shapes.size())) {
                if (!one.holds(other) && !other.holds(one) && one.touches(other.area())) {
                    overlaps.add(one.id() + " / " + other.id());
                }
            }
        }
        assertThat(overlaps).isEmpty();
    }

    @ForEachDiagram
    void whatASubProcessHoldsLiesInside(Diagram diagram) {
        List<Shape> shapes = new Layout(diagram).shapes();
        assertThat(shapes)
                .allSatisfy(part -> shapes.stream()
                        .filter(whole -> whole.contains(part.node()))
                        .forEach(whole -> assertThat(whole.bounds().contains(part.bounds()))
                                .as("%s lies in %s", part.id(), whole.id())
                                .isTrue()));
    }

    @ForEachDiagram
    void labelsCoverNothing(Diagram diagram) {
        Layout layout = new Layout(diagram);
        List<Label> labels = layout.labels();
        List<String> covered = new ArrayList<>();
        for (Label label : labels) {
            layout.shapes().stream()
                    .filter(shape -> !shape.contains(label.element()) && shape.touches(label.area()))
                    .forEach(shape -> covered.add(label.id() + " covers " + shape.id()));
            labels.subList(labels.indexOf(label) + 1, labels.size()).stream()
                    .filter(other -> label.bounds().intersects(other.bounds()))
                    .forEach(other -> covered.add(label.id() + " covers the label of " + other.id()));
            layout.lines().stream()
                    .filter(line -> line.crosses(label.area()))
                    .forEach(line -> covered.add(label.id() + " is struck through by " + line.id()));
        }
        assertThat(covered).isEmpty();
    }

    @ForEachDiagram
    void linesEndAtTheirShapesAndPassThroughNoOther(Diagram diagram) {
        Layout layout = new Layout(diagram);
        List<String> struck = new ArrayList<>();
        for (Line line : layout.lines()) {
            Shape source = layout.shape(line.flow().getSource());
            Shape target = layout.shape(line.flow().getTarget());
            assertThat(source.isNear(line.start()))
                    .as("%s starts at %s", line.id(), source.id())
                    .isTrue();
            assertThat(target.isNear(line.end()))
                    .as("%s ends at %s", line.id(), target.id())
                    .isTrue();
            layout.shapes().stream()
                    .filter(shape -> shape != source && shape != target && !shape.contains(line.flow()))
                    .filter(shape -> line.crosses(shape.area()))
                    .forEach(shape -> struck.add(line.id() + " passes through " + shape.id()));
        }
        assertThat(struck).isEmpty();
    }

    @ForEachDiagram
    void linesDoNotCross(Diagram diagram) {
        List<Line> lines = new Layout(diagram).lines();
        List<String> crossings = new ArrayList<>();
        for (Line one : lines) {
            for (Line other : lines.subList(lines.indexOf(one) + 1, lines.size())) {
                if (cross(one, other)) {
                    crossings.add(one.id() + " / " + other.id());
                }
            }
        }
        assertThat(crossings).isEmpty();
    }

    /** Lines from or to the same shape may run together for a while; others may not even touch. */
    private static boolean cross(Line one, Line other) {
        boolean related = one.flow().getSource().equals(other.flow().getSource())
                || one.flow().getTarget().equals(other.flow().getTarget());
        return one.segments().stream()
                .anyMatch(a ->
                        other.segments().stream().anyMatch(b -> related ? crossProperly(a, b) : a.intersectsLine(b)));
    }

    private static boolean crossProperly(Line2D a, Line2D b) {
        return a.relativeCCW(b.getP1()) * a.relativeCCW(b.getP2()) < 0
                && b.relativeCCW(a.getP1()) * b.relativeCCW(a.getP2()) < 0;
    }

    @ForEachDiagram
    void readsFromLeftToRightExceptForLoops(Diagram diagram) {
        Layout layout = new Layout(diagram);
        assertThat(diagram.all(SequenceFlow.class))
                .filteredOn(flow -> !leadsBack(flow, diagram))
                .allSatisfy(flow -> {
                    Point2D from = layout.shape(flow.getSource()).centre();
                    Point2D to = layout.shape(flow.getTarget()).centre();
                    assertThat(to.getX()).as(flow.getId()).isGreaterThanOrEqualTo(from.getX());
                });
    }

    private static boolean leadsBack(SequenceFlow flow, Diagram diagram) {
        Set<FlowNode> reached = new HashSet<>();
        reach(flow.getTarget(), diagram, reached);
        return reached.contains(flow.getSource());
    }

    private static void reach(FlowNode node, Diagram diagram, Set<FlowNode> reached) {
        if (reached.add(node)) {
            node.getOutgoing().forEach(flow -> reach(flow.getTarget(), diagram, reached));
            diagram.all(BoundaryEvent.class).stream()
                    .filter(event -> event.getAttachedTo().equals(node))
                    .forEach(event -> reach(event, diagram, reached));
        }
    }

    private static Set<String> ids(Diagram diagram) {
        return diagram.all(FlowNode.class).stream().map(FlowNode::getId).collect(Collectors.toSet());
    }
}
