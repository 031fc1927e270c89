using PosCases.Merchants;

namespace PosCases.Web.Merchants;

/// <summary>What a list says of a part beside its name.</summary>
internal static class PartRows
{
    /// <summary>Number or serial number: what people call the terminal.</summary>
    public static string NameOf(MerchantDetails.Device device) => device.Number ?? device.SerialNumber ?? "";

    /// <summary>The rest that is known of the terminal, and where it stands.</summary>
    public static string DetailsOf(MerchantDetails.Device device, IReadOnlyList<MerchantDetails.Shop> stores) => Join(
        device.Number is null ? null : device.SerialNumber, device.Brand, device.Model, stores.FirstOrDefault(s => s.Id == device.StoreId)?.Name);

    /// <summary>Whose account it is, and at which branch.</summary>
    public static string DetailsOf(MerchantDetails.Account account) => Join(account.Holder, account.BranchCode);

    private static string Join(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
