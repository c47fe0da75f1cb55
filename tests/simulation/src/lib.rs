//! Many devices, a hub and a folder in one thread, from a seed: each device with a real file, a
//! clerk who does things at random, and a world that drops, repeats and cuts, restarts, restores
//! old copies, clones devices, turns clocks. When it has healed, what the guarantees promise is
//! checked against plain maps. The same seed is the same history.

mod check;
mod clerk;
mod device;
mod dice;
mod lossy;
mod replica;
mod world;

pub use world::{Mutant, Outcome, World, run, run_joining, run_shared};
