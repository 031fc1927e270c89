using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Seeding;

/// <summary>Fills a demo merchant's record: store, number, terminal, contact, settlement account.</summary>
internal static class DemoShop
{
    private const string Reason = "demo";

    public static async Task FurnishAsync(
        Door door, Caller agent, MerchantId id, DemoScript.Shop shop, Dictionary<string, InstitutionId> institutions, CancellationToken ct)
    {
        var store = await DemoWorld.SendAsync(
            door, new AddStore.Command(id, await VersionAsync(), new StoreForm(shop.Name, shop.Address)), agent, ct);
        await DemoWorld.SendAsync(
            door,
            new AddMerchantNumber.Command(id, await VersionAsync(), new MerchantNumberForm(shop.MerchantNumber, institutions[shop.Acquirer]), Reason),
            agent,
            ct);
        await DemoWorld.SendAsync(
            door,
            new AddTerminal.Command(
                id, await VersionAsync(), new TerminalForm(shop.Terminal, "SN-DEMO-" + shop.Terminal, Model: shop.Model, Store: store.Value), Reason),
            agent,
            ct);
        await DemoWorld.SendAsync(
            door, new AddContact.Command(id, await VersionAsync(), new ContactForm(shop.OwnerName, shop.Phone), Reason), agent, ct);
        await DemoWorld.SendAsync(
            door,
            new AddSettlementAccount.Command(
                id, await VersionAsync(), new SettlementAccountForm(institutions[shop.Bank], null, shop.OwnerName, shop.AccountTail), Reason),
            agent,
            ct);

        async Task<Guid> VersionAsync() => (await DemoWorld.SendAsync(door, new ViewMerchant.Query(id), agent, ct)).Value.Version;
    }
}
