//! What frames cost: the gates that hold this reader to the best of its peers.

use resolut::ui::theme::Theme;

use crate::walk::Shelf;
use crate::wire::Wired;

#[test]
fn figures() {
    let shelf = Shelf::bundled();
    for size in [(80, 24), (120, 40)] {
        println!("== {size:?}");
        let open = || {
            let mut wired = Wired::open(&shelf, size, &Theme::UNICODE);
            let first = wired.draw();
            (wired, first)
        };
        println!("first {}", open().1.bytes.len());
        for focus in ["", "h"] {
            let (mut wired, _) = open();
            wired.keys(focus);
            let mut all = vec![];
            let mut still = vec![];
            for _ in 0..2 {
            loop {
                let before = wired.walk.app.place();
                let top = wired.walk.app.reader().top();
                let n = wired.keys("j").bytes.len();
                if before == wired.walk.app.place() && n==0 { break }
                all.push(n);
                if top == wired.walk.app.reader().top() { still.push(n); }
            }
            wired.keys("]");
            }
            stat(&format!("j {focus}"), all);
            stat("  still", still);
        }
        for (name, before, key) in [("3-line", "", "J"), ("3-line up", "G", "K"), ("z line", "z", "J"), ("z line up", "zG", "K"), ("z page", "z", " "), ("page", ""," "), ("10 j", "", "jjjjjjjjjj"), ("10 j outline", "h", "jjjjjjjjjj"), ("10 k", "G", "kkkkkkkkkk")] {
            let (mut wired, _) = open();
            let mut all = vec![];
            for _ in 0..2 {
            wired.keys(before);
            loop {
                let n = wired.keys(key).bytes.len();
                if n==0 || all.len() > 300 { break }
                all.push(n);
            }
            wired.keys("]");
            }
            println!("{:?}", all);
            stat(name, all);
        }
        let mut letters = vec![];
        for q in ["islamic dev bank", "kashmir -india", "composite dialogue", "verb:requests", "3/34-P:7", "human rights", "pp recalling", "good offices", "peace process", "secretary general"] {
            let (mut wired, _) = open();
            wired.keys("/");
            let mut own = vec![];
            for c in q.chars() { own.push(wired.keys(&c.to_string()).bytes.len()); }
            println!("{q} {}", own.iter().sum::<usize>()/own.len());
            letters.extend(own);
        }
        println!("finder avg {}", letters.iter().sum::<usize>()/letters.len());
        stat("finder", letters);
    }
}

fn stat(name: &str, mut all: Vec<usize>) {
    all.sort();
    println!("{name}: n {} median {} min {} max {} mean {}", all.len(), all[all.len()/2], all[0], all[all.len()-1], all.iter().sum::<usize>()/all.len());
}
