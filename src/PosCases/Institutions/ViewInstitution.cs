using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Institutions;

/// <summary>Shows an institution with its official channels.</summary>
public static class ViewInstitution
{
    /// <param name="Id">Which institution.</param>
    [Requires(Permission.ViewInstitutions)]
    public sealed record Query(InstitutionId Id) : IQuery<Details>;

    /// <summary>An institution as it is shown, and whether the reader may change it.</summary>
    public sealed record Details(
        InstitutionId Id, Guid Version, InstitutionProfile Profile, bool IsDemo, bool MayManage, IReadOnlyList<Channel> Channels)
    {
        // Regulation on payment institutions (Order 768) art. 6 and 10: the name of a licensed payment institution says "payment".
        private const string Payment = "\u652F\u4ED8";

        /// <summary>What is known of its licence.</summary>
        public Licence Licence { get; init; } = new(null, null, null);

        /// <summary>Whether its name says "payment", as that of a payment institution must; none for other bodies.</summary>
        public bool? NameSaysPayment => Profile.Kind == InstitutionKind.PaymentInstitution ? Profile.Name.Contains(Payment, StringComparison.Ordinal) : null;
    }

    /// <summary>What is known of a licence.</summary>
    /// <param name="Seen">Whether it was seen; none before anybody looked.</param>
    /// <param name="CheckedOn">When one last looked.</param>
    /// <param name="CheckedAt">Where.</param>
    public sealed record Licence(bool? Seen, DateOnly? CheckedOn, string? CheckedAt);

    /// <summary>An official channel as it is shown; ended ones stay readable.</summary>
    public sealed record Channel(InstitutionChannelId Id, ChannelKind Kind, string Value, ChannelSource Source, DateTimeOffset? EndedAt);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Details>>
    {
        public async Task<Result<Details>> Handle(Query query, CancellationToken ct)
        {
            var mayManage = actor.May(Permission.ManageInstitutions);
            var found = await db.Institutions.AsNoTracking().Where(i => i.Id == query.Id).Select(i => new Details(
                i.Id,
                i.Version,
                new InstitutionProfile(i.Name, i.Kind, i.LicenceNo, i.Region, i.Note, i.UsualAnswer),
                i.IsDemo,
                mayManage,
                i.Channels.OrderBy(c => c.EndedAt != null).ThenBy(c => c.CreatedAt).ThenBy(c => c.Value).Select(c => new Channel(
                    c.Id, c.Kind, c.Value, new ChannelSource(c.SourceText, c.SourceUrl, c.LastCheckedOn, c.Confidence), c.EndedAt)).ToList())
            {
                Licence = new Licence(i.LicenceSeen, i.LicenceCheckedOn, i.LicenceCheckedAt),
            })
                .SingleOrDefaultAsync(ct);
            return found is null ? new NotFound(nameof(Institution)) : found;
        }
    }
}
