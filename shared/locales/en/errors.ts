import type { ErrorCode } from '../../errors.ts';
import { collectionErrors } from './collection-errors.ts';
import { exchangeErrors } from './exchange-errors.ts';
import { ownershipErrors } from './ownership.ts';

/** What happened, and what the person can do about it. */
export interface ErrorWords {
  readonly title: string;
  readonly hint: string;
}

export const errors = {
  inputInvalid: {
    title: 'Satchel could not use that',
    hint: 'Part of the request was missing or of the wrong kind. Nothing was changed.',
  },
  accountUnknown: {
    title: 'That account is not in Satchel',
    hint: 'It may have been removed. Pick another account in the sidebar.',
  },
  accountReadOnly: {
    title: 'This account is followed, not signed in',
    hint: 'A followed inventory can be looked at but not changed. Nothing was sent to Roblox.',
  },
  categoryUnknown: {
    title: 'There is no such category',
    hint: 'Roblox no longer lists it for this account. Pick another one in the sidebar.',
  },
  categoryUnsupported: {
    title: 'Roblox does not hand out this category',
    hint: 'It is part of the inventory, but Roblox offers no list of it to apps. Open it on roblox.com.',
  },
  idNotSafe: {
    title: 'That is not a usable id',
    hint: 'Roblox ids are whole numbers from 1 to 9007199254740991.',
  },
  followTextUnreadable: {
    title: 'That is not a username, an id or a profile link',
    hint: 'Type a username such as “builderman”, a user id such as 156, or paste a link to a Roblox profile.',
  },
  followListTooLong: {
    title: 'That list is too long',
    hint: 'Satchel follows up to 200 accounts at once. Split the list; nothing was followed.',
  },
  accountArchived: {
    title: 'This account is archived',
    hint: 'Its library stays as it was. Follow it or sign in again to bring it up to date.',
  },
  accountNotChosen: {
    title: 'Choose one account to change its profile collection',
    hint: 'Each account has its own. All accounts are on screen, so it is not clear which one is meant.',
  },
  savedViewUnknown: {
    title: 'This saved view is no longer there',
    hint: 'It was removed. Save the view on screen again to keep it.',
  },
  savedViewsFull: {
    title: 'There are 200 saved views already',
    hint: 'Remove one that is no longer of use, then save this one again.',
  },
  ...collectionErrors,
  ...exchangeErrors,
  ...ownershipErrors,
  sessionUnreadable: {
    title: 'The clipboard holds no Roblox session',
    hint: 'Copy the value of the .ROBLOSECURITY cookie, whole and nothing else, then try again. The clipboard was left as it was.',
  },
  userNotFound: {
    title: 'Roblox knows no such user',
    hint: 'Check the spelling: the username is the one after the @, not the display name.',
  },
  inventoryHidden: {
    title: 'This inventory is hidden',
    hint: 'Its owner does not let others see it on Roblox. What Satchel saved before stays here.',
  },
  listHidden: {
    title: 'This list is hidden',
    hint: 'Roblox does not give it out to you, whatever it shows of the others. What Satchel saved before stays here.',
  },
  sessionEnded: {
    title: 'Roblox asks you to sign in again',
    hint: 'The session of this account has ended. What is saved stays here.',
  },
  sessionRefused: {
    title: 'Roblox does not know this session',
    hint: 'It may have ended, or belong to another region. Sign in on roblox.com instead. Nothing was stored.',
  },
  signInNeeded: {
    title: 'Roblox shows this only to signed-in accounts',
    hint: 'A followed account is looked at without signing in, and Roblox gives this list to no stranger.',
  },
  challengeRequired: {
    title: 'Roblox wants a second step',
    hint: 'It asks for a check that only roblox.com can show. Sign in again there, then come back.',
  },
  tokenRefused: {
    title: 'Roblox did not accept the request',
    hint: 'It refused Satchel’s safety token twice. Try again in a moment.',
  },
  rateLimited: {
    title: 'Roblox asks Satchel to slow down',
    hint: 'It had too many requests in a short time. Nothing is lost; try again in a moment.',
  },
  itemTypeUnknown: {
    title: 'Roblox does not know this kind of item',
    hint: 'This kind of item cannot be asked about.',
  },
  assetNotFound: {
    title: 'This item does not exist at Roblox',
    hint: 'It may have been deleted. Satchel keeps what it saved.',
  },
  assetTypeInvalid: {
    title: 'Roblox does not list this kind of asset',
    hint: 'It refused the asset type it was asked for.',
  },
  bundleNotFound: {
    title: 'This bundle does not exist at Roblox',
    hint: 'It may have been deleted. Satchel keeps what it saved.',
  },
  gamePassNotFound: {
    title: 'Roblox does not know this game pass',
    hint: 'Very old game pass ids are no longer answered.',
  },
  badgeNotFound: {
    title: 'Roblox says this is not a badge',
    hint: 'The id may belong to another kind of item.',
  },
  packageNotFound: {
    title: 'Roblox no longer has this package',
    hint: 'Packages were replaced by bundles; the contents of this one can no longer be asked for.',
  },
  placesRequestInvalid: {
    title: 'Roblox did not understand the request for places',
    hint: 'Refresh to ask again from the first page.',
  },
  placesNotPermitted: {
    title: 'These places are private',
    hint: 'Roblox shows this list of places only to the account itself.',
  },
  itemNotOwned: {
    title: 'Not owned',
    hint: 'Only items the account owns can be in its profile collection.',
  },
  assetTypeNotAllowed: {
    title: 'Not allowed in the profile collection',
    hint: 'Roblox does not accept this type of asset there.',
  },
  itemTypeNotAllowed: {
    title: 'Not allowed in the profile collection',
    hint: 'Roblox accepts assets and bundles there, not this type of item.',
  },
  alreadyInCollection: {
    title: 'Already in the profile collection',
    hint: 'Nothing had to be changed.',
  },
  notInCollection: {
    title: 'Not in the profile collection',
    hint: 'Nothing had to be changed.',
  },
  collectionFull: {
    title: 'The profile collection is full',
    hint: 'Take something out of it first, or choose what goes out in exchange.',
  },
  requestRefused: {
    title: 'Roblox refused the request',
    hint: 'It gave a reason Satchel does not know. Try again later.',
  },
  robloxFailed: {
    title: 'Roblox has trouble right now',
    hint: 'Its server answered with an error of its own. What is saved stays here; try again later.',
  },
  answerMalformed: {
    title: 'Roblox’s answer could not be read',
    hint: 'It was cut short or not in the expected form. What is saved stays here; try again.',
  },
  answerTooLarge: {
    title: 'Roblox’s answer was far too large',
    hint: 'Satchel stopped reading it after 16 MB. What is saved stays here.',
  },
  listEndless: {
    title: 'Roblox’s list goes round in circles',
    hint: 'Its end never came, so what was saved before is kept. Try again later.',
  },
  redirectRefused: {
    title: 'The answer pointed somewhere else',
    hint: 'Satchel does not follow Roblox’s answers to other addresses. What is saved stays here.',
  },
  timedOut: {
    title: 'Roblox took too long to answer',
    hint: 'Check the connection and try again. What is saved stays here.',
  },
  unreachable: {
    title: 'Roblox cannot be reached',
    hint: 'Check the connection. Everything saved can be browsed in the meantime.',
  },
  workingOffline: {
    title: 'Satchel is working offline',
    hint: 'Go online to do this. Everything saved can be browsed in the meantime.',
  },
  cancelled: {
    title: 'Cancelled',
    hint: 'The request was given up before it was answered.',
  },
  signInCancelled: {
    title: 'Sign-in was closed',
    hint: 'The window was closed before Roblox confirmed the account. Nothing was stored.',
  },
  signInPageFailed: {
    title: 'Roblox’s sign-in page did not load',
    hint: 'Check the connection and try again. Nothing was stored.',
  },
  signInRedirectLoop: {
    title: 'Roblox’s sign-in page goes round in circles',
    hint: 'It kept sending the window on without ever showing a page. Try again later. Nothing was stored.',
  },
  keychainUnavailable: {
    title: 'This computer’s keychain cannot be used',
    hint: 'It is missing, locked, or did not answer. Unlock it and try again. Satchel stores sessions nowhere else.',
  },
  keychainEntryMissing: {
    title: 'The keychain has no session of this account',
    hint: 'It was removed outside Satchel. Sign in again; the library stays.',
  },
  keychainEntryDamaged: {
    title: 'The keychain’s entry of this account is no session',
    hint: 'It was changed outside Satchel. Sign in again; the library stays.',
  },
  storageFull: {
    title: 'The disk is full',
    hint: 'Satchel cannot save anything new until there is room. What is saved stays; free some space and try again.',
  },
  storageLocked: {
    title: 'Another program is using Satchel’s files',
    hint: 'A backup, a virus scanner or a second Satchel may hold them. Nothing is lost; close it and try again.',
  },
  storageFailed: {
    title: 'Satchel could not save to this computer',
    hint: 'The disk may be unplugged, failing or not writable. Check it, then try again. What is saved stays.',
  },
  libraryNewer: {
    title: 'This library belongs to a newer Satchel',
    hint: 'Install the newest version to open it. Nothing was changed.',
  },
  unexpected: {
    title: 'Something went wrong in Satchel',
    hint: 'Nothing was lost. Try again; if it happens again, restart Satchel.',
  },
} as const satisfies Record<ErrorCode, ErrorWords>;
