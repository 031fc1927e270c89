using PosCases.Platform.Messages;

namespace PosCases.Team.Cover;

/// <summary>He is away on some of these days already.</summary>
/// <param name="Name">Who.</param>
public sealed record AwayAlready(string Name) : Error
{
    /// <inheritdoc/>
    public override string Code => "Cover.AwayAlready";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Name];
}

/// <summary>Who should cover is away himself on some of these days; two who cover each other would leave nobody.</summary>
/// <param name="Name">Who should cover.</param>
public sealed record CoverIsAway(string Name) : Error
{
    /// <inheritdoc/>
    public override string Code => "Cover.IsAway";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Name];
}

/// <summary>Who wants to be away covers somebody else on some of these days.</summary>
/// <param name="Name">Who wants to be away.</param>
/// <param name="Other">Whom he covers.</param>
public sealed record CoversSomebody(string Name, string Other) : Error
{
    /// <inheritdoc/>
    public override string Code => "Cover.CoversSomebody";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Name, Other];
}

/// <summary>Who should cover is not versed in all that the other is; to be confirmed.</summary>
/// <param name="Name">Who should cover.</param>
/// <param name="Skills">In what not.</param>
public sealed record CoverLacksSkills(string Name, IReadOnlyList<Skill> Skills) : Error
{
    /// <inheritdoc/>
    public override string Code => "Cover.LacksSkills";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Name, Skills.Cast<object>().ToList()];
}

/// <summary>Who should get cases is away.</summary>
/// <param name="Name">Who.</param>
/// <param name="Until">Last day.</param>
/// <param name="Cover">Who covers him.</param>
public sealed record PersonAway(string Name, DateOnly Until, string Cover) : Error
{
    /// <inheritdoc/>
    public override string Code => "Cover.PersonAway";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Name, Until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Cover];
}
