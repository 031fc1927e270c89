using Microsoft.Playwright;

namespace PosCases.EndToEndTests;

/// <summary>What a journey is walked on.</summary>
public enum Device
{
    /// <summary>A merchant's phone, 390 × 844, touched.</summary>
    Phone,

    /// <summary>A desk's screen, 1440 × 900.</summary>
    Desk,
}

internal static class Devices
{
    public static BrowserNewContextOptions Options(this Device device) => device switch
    {
        Device.Phone => new() { ViewportSize = new() { Width = 390, Height = 844 }, DeviceScaleFactor = 2, HasTouch = true, IsMobile = true },
        Device.Desk => new() { ViewportSize = new() { Width = 1440, Height = 900 } },
    };
}
