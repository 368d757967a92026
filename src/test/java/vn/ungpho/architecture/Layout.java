package vn.ungpho.architecture;

import java.awt.BasicStroke;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Where a diagram draws what. Events are circles, gateways diamonds. */
record Layout(List<Shape> shapes, List<Line> lines, List<Label> labels) {

    Layout(Diagram diagram) {
        this(shapes(diagram), lines(diagram), labels(diagram));
    }

    Shape shape(FlowNode node) {
        return shapes.stream()
                .filter(shape -> shape.node().equals(node))
                .findFirst()
                .orElseThrow();
    }

    record Shape(FlowNode node, Rectangle2D bounds, Area area) {

        String id() {
            return node.getId();
        }

        Point2D centre() {
            return new Point2D.Double(bounds.getCenterX(), bounds.getCenterY());
        }

        boolean touches(Area other) {
            return Layout.touch(area, other);
        }

        boolean isNear(Point2D point) {
            Rectangle2D wider = new Rectangle2D.Double(
                    bounds.getX() - 1, bounds.getY() - 1, bounds.getWidth() + 2, bounds.getHeight() + 2);
            return wider.contains(point);
        }

        /** A sub-process contains its parts. */
        boolean contains(BaseElement element) {
            for (ModelElementInstance parent = element.getParentElement();
                    parent != null;
                    parent = parent.getParentElement()) {
                if (parent.equals(node)) {
                    return node instanceof SubProcess;
                }
            }
            return false;
        }

        /** What may lie on this shape: its parts, and the events on its border. */
        boolean holds(Shape other) {
            return contains(other.node)
                    || other.node instanceof BoundaryEvent event
                            && event.getAttachedTo().equals(node);
        }
    }

    record Line(SequenceFlow flow, List<Point2D> points) {

        String id() {
            return flow.getId();
        }

        Point2D start() {
            return points.get(0);
        }

        Point2D end() {
            return points.get(points.size() - 1);
        }

        List<Line2D> segments() {
            List<Line2D> segments = new ArrayList<>();
            for (int i = 1; i < points.size(); i++) {
                segments.add(new Line2D.Double(points.get(i - 1), points.get(i)));
            }
            return segments;
        }

        boolean crosses(Area area) {
            return segments().stream()
                    .filter(segment -> segment.intersects(area.getBounds2D()))
                    .anyMatch(segment -> touch(new Area(new BasicStroke(0.5f).createStrokedShape(segment)), area));
        }
    }

    record Label(BaseElement element, Rectangle2D bounds) {

        String id() {
            return element.getId();
        }

        Area area() {
            return new Area(bounds);
        }
    }

    private static List<Shape> shapes(Diagram diagram) {
        return diagram.all(BpmnShape.class).stream()
                .map(shape -> shape((FlowNode) shape.getBpmnElement(), rectangle(shape.getBounds())))
                .toList();
    }

    private static Shape shape(FlowNode node, Rectangle2D bounds) {
        java.awt.Shape outline = bounds;
        if (node instanceof Event) {
            outline = new Ellipse2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
        } else if (node instanceof Gateway) {
            Path2D diamond = new Path2D.Double();
            diamond.moveTo(bounds.getCenterX(), bounds.getMinY());
            diamond.lineTo(bounds.getMaxX(), bounds.getCenterY());
            diamond.lineTo(bounds.getCenterX(), bounds.getMaxY());
            diamond.lineTo(bounds.getMinX(), bounds.getCenterY());
            diamond.closePath();
            outline = diamond;
        }
        return new Shape(node, bounds, new Area(outline));
    }

    private static List<Line> lines(Diagram diagram) {
        return diagram.all(BpmnEdge.class).stream()
                .map(edge -> new Line(
                        (SequenceFlow) edge.getBpmnElement(),
                        edge.getWaypoints().stream()
                                .map(at -> (Point2D) new Point2D.Double(at.getX(), at.getY()))
                                .toList()))
                .toList();
    }

    private static List<Label> labels(Diagram diagram) {
        Stream<Label> ofShapes = diagram.all(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnLabel() != null)
                .map(shape -> new Label(
                        shape.getBpmnElement(), rectangle(shape.getBpmnLabel().getBounds())));
        Stream<Label> ofLines = diagram.all(BpmnEdge.class).stream()
                .filter(edge -> edge.getBpmnLabel() != null)
                .map(edge -> new Label(
                        edge.getBpmnElement(), rectangle(edge.getBpmnLabel().getBounds())));
        return Stream.concat(ofShapes, ofLines).toList();
    }

    private static boolean touch(Area one, Area other) {
        Area common = new Area(one);
        common.intersect(other);
        return !common.isEmpty();
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
