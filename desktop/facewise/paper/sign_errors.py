"""Why a sign cannot be made, each with what to do about it."""

from facewise.errors import N_, FacewiseError


class MissingFactsError(FacewiseError):
    """A sign must say who runs the place, where, and whom to call; one of these is blank."""

    sentence = N_("A sign cannot be made without {facts}. Fill this in for the business first.")


class AddressTooLongError(FacewiseError):
    """The address of the notice is longer than a code on a sign can carry."""

    sentence = N_("The address of the notice is too long for the code on a sign. Use a shorter address.")


class NoOtherWayError(FacewiseError):
    """Face is the only way, so there is nothing to choose from."""

    sentence = N_(
        "'{use}' works by face only, so there is nothing to choose from. Put another way in place first "
        "(Measures, article 10); then this sign can be made."
    )


class WayNotKnownError(FacewiseError):
    """Nobody has found out yet whether another way works."""

    sentence = N_(
        "For '{use}' it is not clear yet whether another way really works. Try it out and answer {code} "
        "first."
    )


class WaysNotNamedError(FacewiseError):
    """Other ways work, but which ones is not said."""

    sentence = N_(
        "Say for '{use}' which other ways work: card, QR code, PIN, ID document, staff, cash. "
        "The sign shows those and no others."
    )


class StateRuleError(FacewiseError):
    """The answers claim a rule of the State, so other ways were not asked for."""

    sentence = N_(
        "For '{use}' your answers name a rule of the State, so other ways were not asked for and a sign "
        "cannot show any."
    )


class PrivateSpaceError(FacewiseError):
    """A device in a private space is forbidden; no sign makes it right."""

    sentence = N_(
        "'{use}' is inside a private space, where recognition devices are forbidden (Measures, article 13). "
        "Take the device out; no sign makes it right."
    )


class FaceNotSaidError(FacewiseError):
    """The headline was typed anew and says nothing of faces."""

    sentence = N_(
        "The headline no longer says that faces are recognised here. A conspicuous sign must say it "
        "({article})."
    )


class ForbiddenNotSaidError(FacewiseError):
    """The headline was typed anew and forbids nothing."""

    sentence = N_("The headline no longer says that face devices are forbidden in here ({article}).")


class PurposeLeftOutError(FacewiseError):
    """The purpose was taken off."""

    sentence = N_(
        "The sign no longer says what faces are used for. People must be told beforehand ({article}): "
        "put it back, or hang the notice right beside it."
    )


class OperatorLeftOutError(FacewiseError):
    """The name of the business was taken off."""

    sentence = N_(
        "The sign no longer says who is responsible. People must be told beforehand ({article}): "
        "put it back, or hang the notice right beside it."
    )


class PhoneLeftOutError(FacewiseError):
    """The telephone was taken off."""

    sentence = N_(
        "The sign no longer says whom to call. People must be told beforehand ({article}): "
        "put it back, or hang the notice right beside it."
    )


class WaysLeftOutError(FacewiseError):
    """The other ways were taken off."""

    sentence = N_(
        "The sign no longer names the other ways. Whoever does not want to use their face must be offered "
        "one ({article}): put them back, or hang the sign of ways to choose from beside it."
    )


class CodeLeftOutError(FacewiseError):
    """The code that leads to the notice was taken off."""

    sentence = N_(
        "The sign no longer leads to the notice, which people must be given beforehand ({article}): "
        "put the code back, or hang the notice right beside it."
    )


class EnglishAloneError(FacewiseError):
    """The sign speaks English only."""

    sentence = N_(
        "A sign in English alone is not clear to everybody who passes ({article}): put one in Chinese "
        "beside it."
    )


class CodeTooFineError(FacewiseError):
    """What the code would carry is too much for the size of the sign."""

    sentence = N_(
        "The code with the notice in brief would be too fine for this size and is left out. Give the notice "
        "a web address, or take a larger sheet."
    )
