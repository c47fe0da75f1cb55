mod samples;
use std::time::Instant;
use resvg::usvg::{Options, Tree, fontdb};
fn main(){
 let mut db=fontdb::Database::new(); db.load_font_data(include_bytes!("../fonts/inter-400.ttf").to_vec()); db.load_font_data(include_bytes!("../fonts/inter-600.ttf").to_vec());
 let o=Options{fontdb:std::sync::Arc::new(db),..Options::default()};
 for c in [samples::two_years(), samples::twenty_bars(false)] {
  let c=samples::at(c,(1600,900),charts::Theme::Light);
  let s=charts::svg(&c).unwrap();
  for _ in 0..4 {
   let t=Instant::now(); let tree=Tree::from_str(&s,&o).unwrap(); let a=t.elapsed();
   let t=Instant::now(); let mut p=resvg::tiny_skia::Pixmap::new(1600,900).unwrap(); resvg::render(&tree,Default::default(),&mut p.as_mut()); let b=t.elapsed();
   let t=Instant::now(); let rgb:Vec<u8>=p.data().chunks_exact(4).flat_map(|p|[p[0],p[1],p[2]]).collect(); let d=t.elapsed();
   for (n,k,f) in [("fast",png::Compression::Fast,None),("fastest",png::Compression::Fastest,None),("bal",png::Compression::Balanced,None),("fast/none",png::Compression::Fast,Some(png::Filter::NoFilter)),("fast/up",png::Compression::Fast,Some(png::Filter::Up)),("fast/sub",png::Compression::Fast,Some(png::Filter::Sub)),("bal/none",png::Compression::Balanced,Some(png::Filter::NoFilter)),("bal/up",png::Compression::Balanced,Some(png::Filter::Up))] {
    let t=Instant::now(); let mut out=vec![]; let mut e=png::Encoder::new(&mut out,1600,900); e.set_color(png::ColorType::Rgb); e.set_compression(k); if let Some(f)=f {e.set_filter(f);} let mut w=e.write_header().unwrap(); w.write_image_data(&rgb).unwrap(); w.finish().unwrap();
    print!("{n}: {:?} {}  ",t.elapsed(),out.len());
   }
   println!("\nparse {a:?} render {b:?} rgb {d:?}");
  }
 }
}
