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
