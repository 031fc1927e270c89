using MediatR;
using PosCases.Institutions;
using PosCases.Web.Design;

namespace PosCases.Web.Merchants;

/// <summary>The institutions that a merchant's form offers.</summary>
internal static class Directory
{
    private static readonly InstitutionKind[] Acquirers = [InstitutionKind.Acquirer, InstitutionKind.PaymentInstitution, InstitutionKind.Bank];

    private static readonly InstitutionKind[] Keepers = [InstitutionKind.Bank, InstitutionKind.PaymentInstitution];

    /// <summary>Those that sign merchants.</summary>
    public static Task<IReadOnlyList<Choice>> AcquirersAsync(this IMediator mediator) => ChoicesAsync(mediator, Acquirers);

    /// <summary>Those that keep accounts.</summary>
    public static Task<IReadOnlyList<Choice>> KeepersAsync(this IMediator mediator) => ChoicesAsync(mediator, Keepers);

    private static async Task<IReadOnlyList<Choice>> ChoicesAsync(IMediator mediator, InstitutionKind[] kinds)
    {
        var found = await mediator.Send(new ListInstitutions.Query(Kinds: kinds, PageSize: 200));
        return found.Succeeded ? [.. found.Value.Items.Select(i => new Choice($"{i.Id.Value}", i.Name))] : [];
    }
}
