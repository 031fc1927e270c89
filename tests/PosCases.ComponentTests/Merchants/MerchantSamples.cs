using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Data;

namespace PosCases.ComponentTests.Merchants;

/// <summary>A merchant with one of everything.</summary>
internal static class MerchantSamples
{
    private static readonly DateTimeOffset Then = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public static readonly StoreId Store = StoreId.New();

    public static readonly InstitutionId Acquirer = InstitutionId.New();

    public static readonly MerchantDetails NoodleHouse = new(
        MerchantId.New(),
        Guid.NewGuid(),
        new MerchantProfile("Noodle House", MerchantKind.IndividualBusiness, "91110000101623741K", "5812", "East", "1 Example Road"),
        "13812345678",
        Then,
        [new(MerchantNumberId.New(), "898210154110002", Acquirer, "Example Acquirer", null)],
        [new(Store, "East Gate", "1 Example Road", null), new(StoreId.New(), "Old Market", null, Then)],
        [new(TerminalId.New(), "12345678", "SN-1", "Brand", "Model", Store, null)],
        [new(ContactId.New(), "Wang Fang", "13900001234", "wang@shop.example", "owner", null)],
        [new(SettlementAccountId.New(), null, "Example Bank", null, "Wang Fang", "6789", null)],
        [new(MerchantField.Phone, "138****5678", "139****1234", "told by the owner", "Li", Then), new(MerchantField.Record, null, "Noodle House", null, "", Then)]);

    public static Page<ListInstitutions.Row> Institutions { get; } = new(
        [new(Acquirer, "Example Acquirer", InstitutionKind.Acquirer, null, false, null, null, null)], 1, 1, 200);
}
