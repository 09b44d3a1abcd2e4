//! In whatever order nodes meet, they end with the same.

use std::io::Cursor;

use lintas_exchange::bundle::{bundle_for, take_bundle};
use lintas_exchange::{Pace, meet, meet_all};
use lintas_testkit::{joint_case, notes, region};
use proptest::prelude::*;

use crate::{held, written};

/// One act of the region.
#[derive(Debug, Clone, Copy)]
enum Act {
    Write { who: usize },
    Meet { who: usize, whom: usize },
    Courier { from: usize, to: usize },
    Cut { who: usize, bytes: u32 },
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0..3usize).prop_map(|who| Act::Write { who }),
        (0..3usize, 0..3usize).prop_map(|(who, whom)| Act::Meet { who, whom }),
        (0..3usize, 0..3usize).prop_map(|(from, to)| Act::Courier { from, to }),
        (0..3usize, 0..6_000u32).prop_map(|(who, bytes)| Act::Cut { who, bytes }),
    ]
}

async fn play(acts: Vec<Act>) -> anyhow::Result<()> {
    let region = region(3).await?;
    let all = &region.members;
    let (case, _) = joint_case(&all[0], &[&all[1], &all[2]]).await?;
    for act in acts {
        match act {
            // An agency that has not heard of the case yet cannot write in it.
            Act::Write { who } => drop(notes(&all[who], case, 2).await),
            Act::Meet { who, whom } if who != whom => {
                meet(&all[who].node, all[whom].code(), Pace::FULL).await?;
            }
            Act::Courier { from, to } if from != to => {
                let mut bytes = Vec::new();
                bundle_for(&all[from].node, all[to].code(), false, &mut bytes).await?;
                let taken = take_bundle(&all[to].node, Cursor::new(bytes)).await?;
                assert_eq!(taken.findings().collect::<Vec<_>>(), Vec::<String>::new());
            }
            Act::Cut { who, bytes } => all[who].line.cut_after(bytes),
            Act::Meet { .. } | Act::Courier { .. } => {}
        }
    }
    for member in all {
        member.line.mend();
    }
    for _ in 0..3 {
        for member in all {
            meet_all(&member.node, Pace::FULL).await?;
        }
    }
    for reader in all {
        for writer in all.iter().filter(|member| member.code() != reader.code()) {
            assert_eq!(held(&reader.node, writer).await?, written(writer, reader).await?);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 20, ..ProptestConfig::default() })]

    #[test]
    fn in_any_order_with_breaks_and_couriers_all_end_with_the_same(
        acts in prop::collection::vec(act(), 4..14)
    ) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        if let Err(error) = runtime.block_on(play(acts)) {
            panic!("{error:?}");
        }
    }
}
