namespace PosCases.Web.Desk.Letters;

/// <summary>What can be done with a letter.</summary>
public enum LetterVerb
{
    /// <summary>Save a version.</summary>
    Save,

    /// <summary>Fill what is missing from the case.</summary>
    Refill,

    /// <summary>Hand it in for approval.</summary>
    Submit,

    /// <summary>Make it final.</summary>
    Finish,

    /// <summary>Approve it.</summary>
    Approve,

    /// <summary>Send it back.</summary>
    Return,

    /// <summary>Go on writing.</summary>
    Rewrite,

    /// <summary>Put it away.</summary>
    Drop,
}
