//! Words of which the names of people, places and goods are made. Some need their diacritics.

/// Given names.
pub(super) const GIVEN: &[&str] = &[
    "Ada", "Agnès", "Aisha", "Åse", "Bartosz", "Beatriz", "Björn", "Carla", "Céline", "Charlotte",
    "Dagmar", "Daniel", "Dželila", "Edith", "Eoin", "Élodie", "Fatima", "Felix", "Francesca",
    "George", "Gülay", "Hannah", "Hélène", "Ines", "Ívar", "James", "Jürgen", "Kateřina", "Kwame",
    "Lena", "Łukasz", "Maeve", "Marek", "Márta", "Nadia", "Niamh", "Noël", "Oskar", "Øyvind",
    "Paula", "Petra", "Quentin", "Ravi", "Renée", "Sadie", "Şirin", "Söraya", "Tomás", "Ulla",
    "Vera", "Wanda", "Xavier", "Yusuf", "Zoë", "Žofie",
];

/// Family names.
pub(super) const FAMILY: &[&str] = &[
    "Abbott", "Andersson", "Ångström", "Barnes", "Bauer", "Bełza", "Brontë", "Carter", "Çelik",
    "Dubois", "Dvořák", "Ellis", "Fernández", "Fischer", "Garrett", "González", "Grüber", "Haddad",
    "Harris", "Hoàng", "Iversen", "Jansen", "Jørgensen", "Kaya", "Kowalczyk", "Lefèvre", "Lewis",
    "Lindqvist", "MacLeod", "Marchetti", "Müller", "Nagy", "Nuñez", "O'Brien", "Okafor", "Öztürk",
    "Patel", "Peña", "Quinn", "Rossi", "Ryan", "Sánchez", "Schröder", "Šimek", "Smith", "Søndergaard",
    "Taylor", "Tóth", "Unger", "Válková", "Weiß", "Wójcik", "Young", "Zając", "Zimmermann",
];

/// What companies are called after their owner's name.
pub(super) const COMPANY: &[&str] = &[
    "& Daughters", "& Sons", "Antiques", "Bros.", "Florists", "Gifts", "Homewares", "Interiors",
    "Ltd", "Stationers", "Tea Rooms", "Toys", "Trading", "Village Stores",
];

/// Streets.
pub(super) const STREETS: &[&str] = &[
    "Abbey Road", "Bridge Street", "Castle Lane", "Church Row", "Dock Street", "Elm Grove",
    "Ferry Lane", "Garden Walk", "High Street", "Kirkgate", "Lime Avenue", "Market Place",
    "Mill Lane", "North Quay", "Orchard Way", "Park Crescent", "Queen's Road", "Rosemary Lane",
    "Saddler Street", "Station Road", "The Shambles", "Union Street", "Victoria Terrace",
    "Weavers Yard",
];

/// Cities by country, with how often customers live in each country.
pub(super) const PLACES: &[(Country, u64)] = &[
    (("GB", &["Bath", "Bristol", "Cardiff", "Durham", "Edinburgh", "Leeds", "London", "York"]), 640),
    (("DE", &["Bremen", "Göttingen", "Köln", "Leipzig", "Lübeck", "München", "Würzburg"]), 90),
    (("FR", &["Angoulême", "Besançon", "Lyon", "Nîmes", "Orléans", "Saint-Étienne"]), 80),
    (("IE", &["Cork", "Dublin", "Galway", "Limerick", "Sligo"]), 70),
    (("NL", &["Amsterdam", "Delft", "Groningen", "Utrecht"]), 30),
    (("ES", &["A Coruña", "Cádiz", "León", "Málaga"]), 25),
    (("BE", &["Brugge", "Gent", "Liège", "Namur"]), 20),
    (("SE", &["Göteborg", "Linköping", "Malmö", "Umeå"]), 15),
    (("PL", &["Gdańsk", "Kraków", "Łódź", "Wrocław"]), 12),
    (("CH", &["Bern", "Genève", "Zürich"]), 10),
    (("PT", &["Évora", "Lisboa", "Setúbal"]), 8),
];

/// A country's code and cities.
pub(super) type Country = (&'static str, &'static [&'static str]);

/// What goods look like.
pub(super) const LOOKS: &[&str] = &[
    "Antique", "Blue", "Botanical", "Brass", "Checked", "Cream", "Dotted", "Enamel", "Floral",
    "French", "Frosted", "Gingham", "Green", "Hand-painted", "Heart", "Ivory", "Lace", "Linen",
    "Nordic", "Oak", "Paisley", "Pink", "Retro", "Rosé", "Rustic", "Scandi", "Sky", "Striped",
    "Vintage", "White", "Wicker", "Woodland",
];

/// What goods are, with a category and a usual price in pence.
pub(super) const THINGS: &[(&str, &str, i64)] = &[
    ("Alarm Clock", "Home", 1_695), ("Apron", "Kitchen", 1_295), ("Birdhouse", "Garden", 1_850),
    ("Biscuit Tin", "Kitchen", 695), ("Bunting", "Party", 495), ("Café au Lait Bowl", "Kitchen", 895),
    ("Cake Stand", "Kitchen", 2_450), ("Candle Holder", "Home", 545), ("Crêpe Pan", "Kitchen", 2_195),
    ("Cushion", "Home", 1_495), ("Door Mat", "Home", 1_795), ("Doorstop", "Home", 995),
    ("Egg Cup", "Kitchen", 250), ("Flower Pot", "Garden", 650), ("Garden Kneeler", "Garden", 1_250),
    ("Gift Bag", "Party", 195), ("Hook", "Home", 285), ("Hot Water Bottle", "Home", 995),
    ("Jam Jar Set", "Kitchen", 1_150), ("Jigsaw", "Toys", 1_450), ("Journal", "Stationery", 850),
    ("Key Ring", "Gifts", 350), ("Lantern", "Garden", 1_595), ("Lunch Box", "Kitchen", 595),
    ("Magnet", "Gifts", 195), ("Mug", "Kitchen", 795), ("Music Box", "Toys", 1_995),
    ("Napkins", "Party", 325), ("Notebook", "Stationery", 495), ("Paper Chain", "Party", 295),
    ("Parasol", "Garden", 3_450), ("Pencil Case", "Stationery", 595), ("Photo Frame", "Home", 1_095),
    ("Plate", "Kitchen", 1_195), ("Postcard", "Stationery", 85), ("Ribbon", "Stationery", 225),
    ("Skittles", "Toys", 1_650), ("Soap Dish", "Home", 625), ("Spinning Top", "Toys", 450),
    ("T-Light Holder", "Home", 295), ("Tea Cosy", "Kitchen", 1_125), ("Teddy", "Toys", 1_895),
    ("Tote Bag", "Gifts", 895), ("Tray", "Kitchen", 1_350), ("Trinket Box", "Gifts", 745),
    ("Umbrella", "Gifts", 1_995), ("Vase", "Home", 1_695), ("Wall Clock", "Home", 2_895),
    ("Watering Can", "Garden", 2_250), ("Wrapping Paper", "Stationery", 375),
];
