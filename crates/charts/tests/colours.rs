//! Colours carry meaning for every kind of sight: the eight first series differ from one another
//! and from the grey of the previous period, also for protan, deutan and tritan eyes
//! (matrices of Machado, Oliveira and Fernandes 2009, severity 1; distance in OKLab).

use charts::{Colour, Theme, series_colour};

const THEMES: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Contrast];

const SIGHTS: [[[f64; 3]; 3]; 4] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
];

fn linear(Colour(red, green, blue): Colour) -> [f64; 3] {
    [red, green, blue].map(|byte| {
        let part = f64::from(byte) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn times(matrix: &[[f64; 3]; 3], v: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
}

fn oklab(rgb: [f64; 3]) -> [f64; 3] {
    let lms = times(
        &[
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ],
        rgb.map(|part| part.clamp(0.0, 1.0)),
    );
    times(
        &[
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ],
        lms.map(f64::cbrt),
    )
}

fn distance(a: Colour, b: Colour, sight: &[[f64; 3]; 3]) -> f64 {
    let [a, b] = [a, b].map(|one| oklab(times(sight, linear(one))));
    let squares = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b));
    squares.sum::<f64>().sqrt()
}

#[test]
fn the_first_eight_colours_differ_for_every_kind_of_sight() {
    for theme in THEMES {
        let colours: Vec<Colour> = (0..8).map(|at| series_colour(at, theme)).collect();
        for (at, a) in colours.iter().enumerate() {
            for b in &colours[at + 1..] {
                for sight in &SIGHTS {
                    let apart = distance(*a, *b, sight);
                    assert!(apart > 0.055, "{a} and {b}: {apart:.3}");
                }
            }
        }
    }
}

#[test]
fn no_two_of_twenty_series_have_the_same_colour() {
    for theme in THEMES {
        let colours: Vec<Colour> = (0..20).map(|at| series_colour(at, theme)).collect();
        let repeated = |(at, one): (usize, &Colour)| colours[..at].contains(one);
        assert!(!colours.iter().enumerate().any(repeated));
    }
}

#[test]
fn the_first_colour_is_the_accent_of_the_product() {
    assert_eq!(series_colour(0, Theme::Light).to_string(), "#0b6b50");
    assert_eq!(series_colour(0, Theme::Dark).to_string(), "#43b08c");
    assert_eq!(series_colour(0, Theme::Contrast).to_string(), "#ffd800");
}
