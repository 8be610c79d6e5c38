import { split } from './split.ts';
import type { NounTable } from './noun-table.ts';

/** What faces, heads, people and their movements are called, by what their pictures show. */
export const figureNouns = {
  face: {
    smile: split('Smile Friendly-Smile Small-Smile Happy-Face'),
    laugh: split('Laugh Big-Laugh Open-Smile Giggle'),
    smirk: split('Smirk Half-Smile Crafty-Look Side-Smile'),
    gasp: split('Gasp Surprise Shocked-Face Astonishment'),
    tongue: split('Tongue-Out Cheeky-Face Raspberry Silly-Face'),
    cat: split('Cat-Mouth Kitty-Smile Cat-Smile Purr'),
    teeth: split('Toothy-Grin Grin Wide-Grin Beam'),
    fangs: split('Fangs Vampire-Smile Fanged-Grin Bite'),
    happy: split('Squint-Smile Closed-Eyes-Smile Bliss Content-Face'),
    stern: split('Stern-Look Glare Frown Angry-Brows'),
    starry: split('Star-Eyes Starstruck-Face Starry-Gaze Superstar-Face'),
    wink: split('Wink Crafty-Wink Winking-Face Cheeky-Wink'),
    shades: split('Shades-Face Cool-Face Sunglasses-Face Shady-Look'),
    glasses: split('Glasses-Face Bookworm-Face Scholar-Face Spectacled-Face'),
    sleepy: split('Heavy-Lids Bored-Look Half-Asleep-Face Unimpressed-Face'),
  },
  head: {
    block: split('Head Noggin Classic-Head Plain-Head'),
    robot: split('Robot-Head Android-Head Bot-Head Mech-Head'),
    pumpkin: split("Pumpkin-Head Jack-o'-Lantern Pumpkin Gourd-Head"),
    cat: split('Cat-Head Kitty-Head Feline-Head Alley-Cat-Head'),
    bear: split('Bear-Head Cub-Head Grizzly-Head Bruin-Head'),
    bunny: split('Bunny-Head Rabbit-Head Hare-Head Cottontail-Head'),
    alien: split('Alien-Head Martian-Head Visitor-Head Saucerian-Head'),
  },
  bundle: {
    casual: split('Wanderer Student Neighbour Traveller'),
    winged: split('Angel Winged-Wanderer Seraph Winged-Hero'),
    robot: split('Robot Android Automaton Mech'),
    knight: split('Knight Paladin Cavalier Champion'),
    astronaut: split('Astronaut Cosmonaut Spacefarer Star-Pilot'),
    ninja: split('Ninja Shadow-Warrior Shinobi Night-Stalker'),
    bear: split('Bear-Suit Bear Cub Grizzly'),
    cat: split('Cat-Suit Kitty Tomcat Feline'),
    bunny: split('Bunny-Suit Bunny Rabbit Hare'),
  },
  package: {
    robot: split('Robot Android Automaton Mech'),
    knight: split('Knight Paladin Cavalier Champion'),
    astronaut: split('Astronaut Cosmonaut Spacefarer Star-Pilot'),
    ninja: split('Ninja Shadow-Warrior Shinobi Night-Stalker'),
    bear: split('Bear-Suit Bear Cub Grizzly'),
    cat: split('Cat-Suit Kitty Tomcat Feline'),
    bunny: split('Bunny-Suit Bunny Rabbit Hare'),
  },
  climb: {
    climb: split('Climb Scramble Clamber Ascent'),
  },
  fall: {
    fall: split('Fall Tumble Drop Plunge'),
  },
  idle: {
    idle: split('Idle Stand Rest Wait'),
  },
  jump: {
    jump: split('Jump Leap Hop Bound'),
  },
  run: {
    run: split('Run Sprint Dash Race'),
  },
  swim: {
    swim: split('Swim Front-Crawl Paddle Swimming-Stroke'),
  },
  walk: {
    walk: split('Walk Stroll Saunter Amble'),
  },
  animation: {
    run: split('Run Sprint Dash Race'),
    jump: split('Jump Leap Hop Bound'),
    fly: split('Flight Glide Soar Hover'),
    swim: split('Swim Front-Crawl Paddle Swimming-Stroke'),
    walk: split('Walk Stroll Saunter Amble'),
    ninja: split('Ninja-Lunge Fighting-Stance Martial-Stance Guard-Stance'),
  },
  emote: {
    wave: split('Wave Hello Greeting Goodbye'),
    cheer: split('Cheer Hooray Hands-Up Celebration'),
    dance: split('Dance Groove Boogie Shuffle'),
    dab: split('Dab Big-Dab Victory-Dab Slow-Dab'),
    hips: split('Hands-on-Hips Confident-Stance Hero-Pose Power-Pose'),
    point: split('Point Over-There Pointing-Pose This-Way'),
  },
} as const satisfies Partial<NounTable>;
