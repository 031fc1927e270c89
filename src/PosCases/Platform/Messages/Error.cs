using PosCases.Platform.Security;

namespace PosCases.Platform.Messages;

/// <summary>Why a message was refused. The code is stable; the words for people come from resources.</summary>
public abstract record Error
{
    /// <summary>Stable code, e.g. <c>Case.MoveRefused</c>; the key of the text shown to people.</summary>
    public abstract string Code { get; }

    /// <summary>Values that the text needs, in the order of its placeholders.</summary>
    public virtual IReadOnlyList<object?> Arguments => [];

    /// <summary>Whether what the handler changed is kept although it refused, e.g. the count of wrong passwords.</summary>
    public virtual bool KeepsChanges => false;
}

/// <summary>The actor's role lacks the permission that the message requires.</summary>
public sealed record NotPermitted : Error
{
    /// <inheritdoc/>
    public override string Code => "NotPermitted";
}

/// <summary>The access token was made without the scope that this needs.</summary>
/// <param name="Scope">The scope.</param>
public sealed record ScopeMissing(TokenScopes Scope) : Error
{
    /// <inheritdoc/>
    public override string Code => "Token.ScopeMissing";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Scope];
}

/// <summary>Nobody is signed in, or the session was ended elsewhere.</summary>
public sealed record SignInNeeded : Error
{
    /// <inheritdoc/>
    public override string Code => "SignInNeeded";
}

/// <summary>It does not exist, or the actor may not know that it does.</summary>
/// <param name="What">The noun, e.g. <c>Case</c>.</param>
public sealed record NotFound(string What) : Error
{
    /// <inheritdoc/>
    public override string Code => "NotFound." + What;
}

/// <summary>Somebody else changed the record since it was read; nothing was saved.</summary>
public sealed record Conflict : Error
{
    /// <inheritdoc/>
    public override string Code => "Conflict";
}

/// <summary>The command id was used before for something else.</summary>
public sealed record CommandIdReused : Error
{
    /// <inheritdoc/>
    public override string Code => "CommandIdReused";
}

/// <summary>One or more fields are not acceptable; nothing was saved.</summary>
/// <param name="Fields">At least one entry.</param>
public sealed record Invalid(IReadOnlyList<FieldError> Fields) : Error
{
    /// <summary>A single field that is not acceptable.</summary>
    public Invalid(string field, string code, params object?[] arguments)
        : this([new FieldError(field, code, arguments)])
    {
    }

    /// <inheritdoc/>
    public override string Code => "Invalid";
}

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">Path of the property in the message, e.g. <c>Form.Amount</c>.</param>
/// <param name="Code">Stable code, the key of the text.</param>
/// <param name="Arguments">Values for the text's placeholders.</param>
public sealed record FieldError(string Field, string Code, IReadOnlyList<object?> Arguments);
