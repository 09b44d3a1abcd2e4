//! A link chart as GEXF 1.3, which Gephi and most tools for networks open.
//!
//! Format: GEXF primer, Gephi consortium. Identifiers and names are texts; how sure a link is travels as an attribute, so that
//! a chart drawn elsewhere need not forget it.

use std::fmt::Write as _;

use crate::link_chart::{Direction, LinkChart};
use crate::svg::{escaped, number};

/// Writes a chart. `about` is what is shown, with its classification; `day` is the date of the file as `YYYY-MM-DD`.
pub fn write(chart: &LinkChart, about: &str, day: &str) -> String {
    let (spots, _) = crate::link_chart::place(chart);
    let mut text = String::from(r#"<?xml version="1.0" encoding="UTF-8"?>"#);
    let _ = write!(
        text,
        r#"
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta lastmodifieddate="{}"><creator>Lintas</creator><description>{}</description></meta>
<graph defaultedgetype="undirected">
<attributes class="node"><attribute id="kind" title="kind" type="string"/><attribute id="note" title="note" type="string"/></attributes>
<attributes class="edge"><attribute id="sure" title="sure" type="string"/></attributes>
<nodes>
"#,
        escaped(day),
        escaped(about)
    );
    for (at, node) in chart.nodes.iter().enumerate() {
        let spot = spots.get(at).copied().unwrap_or_default();
        let _ = writeln!(
            text,
            r#"<node id="{at}" label="{}"><attvalues><attvalue for="kind" value="{}"/><attvalue for="note" value="{}"/></attvalues><viz:position x="{}" y="{}"/><viz:color hex="{}"/></node>"#,
            escaped(&node.label),
            node.sign.word(),
            escaped(&node.note),
            number(spot.0),
            number(-spot.1),
            node.sign.colour()
        );
    }
    text.push_str("</nodes>\n<edges>\n");
    for (at, tie) in chart.ties.iter().enumerate() {
        let (from, to) =
            if tie.direction == Direction::Back { (tie.to, tie.from) } else { (tie.from, tie.to) };
        let kind = match tie.direction {
            Direction::None => "undirected",
            Direction::Both => "mutual",
            Direction::Forward | Direction::Back => "directed",
        };
        let _ = writeln!(
            text,
            r#"<edge id="{at}" source="{from}" target="{to}" type="{kind}" weight="{}" label="{}"><attvalues><attvalue for="sure" value="{}"/></attvalues></edge>"#,
            tie.count,
            escaped(&tie.label),
            tie.line.word()
        );
    }
    text.push_str("</edges>\n</graph>\n</gexf>\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link_chart::{Node, Tie};
    use crate::sign::{Line, Sign};
    use lintas_model::EntityKind;

    #[test]
    fn names_are_escaped_and_a_link_back_is_turned_round() {
        let node = |label: &str| Node {
            sign: Sign::Of(EntityKind::Person),
            label: label.into(),
            note: String::new(),
            href: None,
        };
        let tie = Tie {
            from: 0,
            to: 1,
            line: Line::Tentative,
            direction: Direction::Back,
            count: 3,
            label: "paid".into(),
        };
        let chart = LinkChart { nodes: vec![node("A & B"), node("<c>")], ties: vec![tie] };
        let text = write(&chart, "RESTRICTED", "2026-11-24");
        assert!(text.contains("A &amp; B") && text.contains("&lt;c&gt;"));
        assert!(text.contains(r#"source="1" target="0" type="directed" weight="3""#));
        assert!(text.contains("tentative"));
    }
}
