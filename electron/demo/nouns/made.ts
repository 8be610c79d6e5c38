import { split } from './split.ts';
import type { NounTable } from './noun-table.ts';

/** What things to build with, listen to, win and visit are called, by what their pictures show. */
export const madeNouns = {
  decal: {
    sunburst: split('Sunburst Sunray-Poster Emblem-Poster Ray-Sign'),
    waves: split('Seascape Rolling-Waves Wave-Print Layered-Hills'),
    smiley: split('Smiley Smiley-Sticker Happy-Sticker Grinning-Sticker'),
    patterned: split('Wallpaper Pattern Repeat-Print Wrapping-Paper'),
    rainbow: split('Rainbow Rainbow-Poster Rainbow-Sticker Cloud-Bow'),
    geometric: split('Mosaic Geometric-Print Tile-Pattern Abstract'),
  },
  font: {
    sans: split('Sans Grotesk Gothic Linear-Sans'),
    slab: split('Slab Slab-Serif Egyptian Typewriter'),
  },
  model: {
    tree: split('Tree Oak Orchard-Tree Shade-Tree'),
    house: split('House Cottage Cabin Starter-Home'),
    car: split('Car Hatchback Runabout Coupé'),
    chest: split('Treasure-Chest Chest Loot-Chest Coin-Chest'),
    crystal: split('Crystals Crystal-Cluster Gem-Formation Crystal-Rocks'),
    rocket: split('Rocket Rocket-Ship Spaceship Moon-Rocket'),
  },
  plugin: {
    gears: split('Rig-Builder Auto-Settings Gear-Works Machine-Kit'),
    puzzle: split('Part-Joiner Puzzle-Connector Plug-Manager Snap-Together'),
    wrench: split('Model-Fixer Wrench-Tools Repair-Kit Part-Mechanic'),
    code: split('Script-Linter Code-Formatter Snippet-Keeper Bracket-Matcher'),
    pencil: split('Path-Drawer Sketch-Tool Terrain-Pencil Label-Writer'),
    sliders: split('Light-Mixer Colour-Sliders Value-Tuner Sky-Mixer'),
    blocks: split('Grid-Arranger Block-Aligner Tile-Placer Part-Sorter'),
  },
  audio: {
    vinyl: split('Album Single Long-Player B-Side'),
    cassette: split('Mixtape Demo-Tape Cassette Tape'),
    speaker: split('Bassline Beat Club-Mix Loudspeaker-Loop'),
    waveform: split('Sound-Effect Ambience Voice-Clip Field-Recording'),
    songNote: split('Melody Lullaby Tune Jingle'),
  },
  mesh: {
    icosphere: split('Icosphere Boulder-Mesh Low-Poly-Sphere Faceted-Ball'),
    blocks: split('Block-Stack Cubes Cube-Pile Stacked-Blocks'),
    pyramidGem: split('Gem-Mesh Cut-Diamond Low-Poly-Gem Faceted-Jewel'),
    fox: split('Fox-Mesh Low-Poly-Fox Fox-Bust Faceted-Fox'),
  },
  video: {
    mountains: split('Mountain-Trailer Alpine-Timelapse Summit-Film Peaks-Teaser'),
    city: split('City-Timelapse Skyline-Trailer Downtown-Intro City-Loop'),
    island: split('Island-Trailer Beach-Loop Island-Tour Lagoon-Teaser'),
    outerSpace: split('Space-Trailer Starfield-Loop Planet-Timelapse Cosmos-Intro'),
    castle: split('Castle-Trailer Kingdom-Teaser Fortress-Tour Castle-Film'),
    forest: split('Forest-Timelapse Woodland-Loop Forest-Walkthrough Woods-Teaser'),
    raceTrack: split('Race-Highlights Big-Race-Trailer Racetrack-Intro Lap-Replay'),
  },
  badge: {
    medal: split(
      'Welcome Survivor Speedrunner Explorer Collector Night-Owl First-Win Level-50 Beta-Tester Untouchable',
    ),
    starburst: split(
      'Star-Player Superstar All-Stars Shining-Hour Rising-Star Top-of-the-Tower Encore Jackpot',
    ),
    rosette: split(
      "First-Prize Best-in-Show Crowd-Favourite Champion Runner-Up Prize-Winner Judges'-Choice Winner's-Rosette",
    ),
    shield: split('Defender Guardian Boss-Slayer Protector Last-Stand Shield-Bearer Unbroken Sentinel'),
  },
  pass: {
    ticket: split('All-Day-Ticket Skip-Stage-Ticket Front-Row-Ticket Season-Ticket'),
    coin: split('Coin-Pack Starter-Coins Token Coin-Magnet'),
    double: split('Double-Coins Double-Speed 2×-Luck 2×-Experience'),
    triple: split('Triple-Coins Triple-Speed 3×-Luck 3×-Experience'),
    membershipCard: split('VIP VIP-Card Club-Membership Premium-Room-Card'),
  },
  place: {
    mountains: split('Mountain-Obby Summit-Survival Peak-Climbers Alpine-Escape'),
    city: split('City-Roleplay Downtown-Tycoon Skyline-Hangout City-Life'),
    island: split('Island-Survival Beach-Hangout Island-Tycoon Castaway-Cove'),
    outerSpace: split('Space-Tycoon Galaxy-Simulator Planet-Obby Starship-Roleplay'),
    castle: split('Castle-Siege Kingdom-Roleplay Castle-Tycoon Fortress-Defence'),
    forest: split('Forest-Hideout Woodland-Survival Forest-Camp Treetop-Obby'),
    raceTrack: split('Racers Kart-Derby Racetrack-Tycoon Kart-Circuit'),
  },
} as const satisfies Partial<NounTable>;
