using MediatR;
using Microsoft.Extensions.Localization;
using PosCases.Team.Cover;

namespace PosCases.Web.Supervision;

/// <summary>Says of people one may choose whether they are away today.</summary>
internal sealed class AwayWords
{
    private readonly IReadOnlyDictionary<Guid, string> words;

    private AwayWords(IReadOnlyDictionary<Guid, string> words) => this.words = words;

    /// <summary>Nobody is away.</summary>
    public static AwayWords Nobody { get; } = new(new Dictionary<Guid, string>());

    /// <summary>Asks who is away.</summary>
    public static async Task<AwayWords> ReadAsync(IMediator mediator, IStringLocalizer<SupervisionText> text) =>
        await mediator.Send(new ListAbsences.TodayQuery()) is { Succeeded: true } away
            ? new(away.Value.ToDictionary(a => a.PersonId, a => text["Cover.AwayUntil", a.Until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), a.CoverName].Value))
            : Nobody;

    /// <summary>Until when somebody is away and who covers him; none when he is there.</summary>
    public string? Of(Guid person) => words.GetValueOrDefault(person);
}
