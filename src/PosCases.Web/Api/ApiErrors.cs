using PosCases.Platform.Messages;

namespace PosCases.Web.Api;

/// <summary>Carries a refusal out of what reads a request.</summary>
internal sealed class ApiRefusal(Error error, int? status = null) : Exception(error.Code)
{
    /// <summary>Why.</summary>
    public Error Error { get; } = error;

    /// <summary>The status of the answer; that of the error unless given.</summary>
    public int Status { get; } = status ?? ApiProblems.StatusOf(error);
}

/// <summary>The body is not the JSON that is asked for.</summary>
internal sealed record Unreadable : Error
{
    public override string Code => "Api.Unreadable";
}

/// <summary>The body is larger than it may be.</summary>
internal sealed record BodyTooLarge(long Kilobytes) : Error
{
    public override string Code => "Api.BodyTooLarge";

    public override IReadOnlyList<object?> Arguments => [Kilobytes];
}

/// <summary>Something broke on our side; it stands in the log.</summary>
internal sealed record OurFault : Error
{
    public override string Code => "Api.OurFault";
}

/// <summary>The address knows other methods only.</summary>
internal sealed record WrongMethod : Error
{
    public override string Code => "Api.WrongMethod";
}

/// <summary>The body is of a kind that is not taken here.</summary>
internal sealed record WrongMediaType : Error
{
    public override string Code => "Api.WrongMediaType";
}

/// <summary>More requests in this minute than one may send.</summary>
internal sealed record TooManyRequests(int Seconds) : Error
{
    public override string Code => "Api.TooManyRequests";

    public override IReadOnlyList<object?> Arguments => [Seconds];
}

/// <summary>A command came without <c>Idempotency-Key</c>, or with one that cannot be read.</summary>
internal sealed record KeyMissing : Error
{
    public override string Code => "Api.KeyMissing";
}

/// <summary>A command that changes what was read came without <c>If-Match</c>.</summary>
internal sealed record VersionMissing : Error
{
    public override string Code => "Api.VersionMissing";
}

/// <summary>The request came without a token.</summary>
internal sealed record TokenNeeded : Error
{
    public override string Code => "Token.Needed";
}
