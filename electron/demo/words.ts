import { split } from './nouns/split.ts';

/**
 * Words the demo's item names are made of, round a noun for what the picture shows. All invented combinations; none is
 * the name of a real catalogue item. No adjective names a colour or a pattern: the picture would seldom agree.
 */
export const adjectives = split(`
  Ancient Arcane Bashful Bitter Blazing Bold Briny Brisk Bubbling Cheerful Chilly Clever Cloudy Cosmic Cosy Curious
  Daring Dawnlit Deepsea Desert Dewy Distant Dizzy Dreamy Drifting Drowsy Dusky Eager Echoing Electric Enchanted
  Faraway Fearless Festive Fierce Fickle Floating Foggy Forgotten Frosty Galactic Gentle Glacial Glorious Grand
  Grumpy Harvest Haunted Hasty Hidden Honest Humble Hushed Humming Jaunty Jolly Jovial Keen Kindly Lazy Legendary
  Little Lively Lonely Longlost Lost Loyal Lucky Lunar Magic Marvellous Meandering Mellow Merry Midnight Mighty
  Mischievous Misty Modest Moonlit Muddled Musical Mystic Nimble Noble Nocturnal Northern Odd Old-Fashioned
  Outlandish Peculiar Perfect Playful Plucky Polar Polite Proud Puzzling Quaint Quick Quiet Quirky Radiant
  Rainy Rambling Rare Reckless Restless Roaming Royal Runaway Runed Salty Savvy Secret Serene Shimmering Shy Silent
  Simple Sleepless Sleepy Sly Smoky Snowbound Solar Solemn Southern Sparkling Spectral Spiced Splendid Spooky
  Starlit Stormy Stray Stubborn Sturdy Sugary Sunny Swift Tender Thunder Tidal Timeless Tiny Tireless Trusty
  Twilight Unlikely Untold Upbeat Vagrant Valiant Vintage Wandering Warm Wayward Weathered Whimsical Whispering Wild
  Windswept Winter Wise Wistful Witty Wondrous Young Zany Zesty`);

/** Who or what an item may have belonged to: "Tidewalker's Cape". */
export const owners = split(`
  Tidewalker Stargazer Beekeeper Lamplighter Cartographer Stormcaller Mushroomer Skyfarer Clockmender Nightgardener
  Puddlejumper Frostbinder Sandstrider Moonbaker Inkweaver Bellringer Cloudherder Dustwitch Emberkeeper Foxglove
  Gloomtrotter Harbourmaster Ironmonger Jesterling Kitewright Lighthousekeeper Mossback Nettlemage Orchardist Pathfinder
  Quillbearer Ravenmaster Saltwife Tinkerer Underminer Valeguard Windrider Yarnspinner Zephyrling Bramblewood Cinderfox
  Driftwood Everpine Fernhollow Greywater Hollowmere Ivybridge Juniper Kestrel Larkspur Marigold Northwick Oakhaven
  Pinecrest Quailfeather Rookfield Silverbrook Thistledown Umberfell Vinegate Willowmere Wolfsbane Yewdale`);

/** What an item may be of: "Lantern of the Long Night". */
export const themes = [
  ...[
    'the Long Night',
    'the Deep Wood',
    'the Seventh Tide',
    'Broken Stars',
    'a Thousand Bees',
    'the Last Train',
  ],
  ...[
    'Quiet Thunder',
    'the Paper Moon',
    'the Old Harbour',
    'Lost Umbrellas',
    'the Glass Desert',
    'Small Victories',
  ],
  ...['the Northern Lights', 'the Sleeping Giant', 'Endless Recess', 'the Hidden Arcade', 'Burning Leaves'],
  ...[
    'the Cloud Kingdom',
    'the Moss King',
    'Forgotten Passwords',
    'the Tin Parade',
    'the First Snow',
    'Wild Honey',
  ],
  ...[
    'the Rooftop Garden',
    'the Coral Court',
    'Midsummer',
    'the Hollow Hills',
    'the Comet Race',
    'Borrowed Time',
  ],
  ...[
    'the Salt Road',
    'the Velvet Circus',
    'Lazy Sundays',
    'the Inkwell Sea',
    'the Ember Guild',
    'Falling Petals',
  ],
  ...['the Pixel Wastes', 'the Marble Maze', 'Second Breakfast', 'the Whale Song', 'the Lantern Fair'],
] as const;

/**
 * What real catalogues have too: other scripts, right-to-left, emoji, quotes, and text a spreadsheet would run. An
 * asterisk stands for the noun; the names without one say nothing a picture could contradict.
 */
export const unusual = [
  ...['ضوء القمر', '* ذهب المساء', 'לילה שקט', '* של הים', 'ふわふわ', '月夜の *', '별빛 *', '안개 속에서'],
  ...['琥珀色的梦', '午夜 *', 'Тихий рассвет', '* «Метелица»', 'Ξύλινο *', 'Süße Träume', 'Étoile filante'],
  ...['Ñandú Viajero: *', 'Żółty Zmierzch', 'รุ่งอรุณ', 'मोरपंख *', '¡Fiesta! *', 'Ｗａｖｅ *'],
  ...['"Definitely Not a" *', "Grandma's 'Good' *", 'Salt & Pepper <*>', '100% * (Probably)', '=^..^= *'],
  ...['+1 Luck *', '-Void- *', '@dusk *', '☆:.｡. sparkle .｡.:☆', '✨ᴀᴇꜱᴛʜᴇᴛɪᴄ✨ *', '🍄 * 🍄', '🦊🔥 *'],
  ...['👨‍👩‍👧‍👦 Family *', 'ʚ♡ɞ *', '[SALE] *!!', 'Z̷̧͝a̵͉͐l̸̝̏g̵̢̀o̶͖͠ *', '~ soft ~ * ~', 'N/A', 'null', '0'],
] as const;

/** What the long titles of community-made items are padded with. */
export const paddings = [
  ...[
    'Cute Kawaii Aesthetic Dreamcore',
    'Y2K Grunge Streetwear',
    'Cottagecore Fairycore Forest',
    'Dark Fantasy RPG',
  ],
  ...['Retro 80s Synth Arcade', 'Cosy Autumn Coffee Shop', 'Summer Beach Vacation', 'Royal Medieval Court'],
] as const;
