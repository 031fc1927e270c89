using System.Text.Json.Serialization;
using FluentValidation;

namespace PosCases.Cases.Triage;

/// <summary>What is looked at on a terminal, in this order (E16).</summary>
public enum DevicePoint
{
    /// <summary>电量.</summary>
    Power,

    /// <summary>网络.</summary>
    Network,

    /// <summary>流量卡.</summary>
    Sim,

    /// <summary>软件版本.</summary>
    Software,

    /// <summary>错误代码.</summary>
    ErrorCode,

    /// <summary>换一张卡.</summary>
    OtherCard,

    /// <summary>重启.</summary>
    Restart,
}

/// <summary>How a point was found.</summary>
public enum DeviceState
{
    /// <summary>In order; for a code: none is shown; for another card: it fails as well.</summary>
    Fine,

    /// <summary>Not in order; for a code: one is shown; for another card: it works, so it is the card.</summary>
    Fault,

    /// <summary>Not looked at, or not known.</summary>
    Unknown,
}

/// <summary>What a self-check found.</summary>
/// <param name="Point">What was looked at.</param>
/// <param name="State">How it was.</param>
public sealed record DeviceFinding(DevicePoint Point, DeviceState State);

/// <summary>Where a self-check leads.</summary>
public enum DeviceOutcome
{
    /// <summary>It works again; no case is needed.</summary>
    WorksAgain,

    /// <summary>It is one card, not the terminal.</summary>
    OneCard,

    /// <summary>The device or the network is at fault.</summary>
    DeviceFault,

    /// <summary>The device seems in order; the institution must say.</summary>
    NotTheDevice,
}

/// <summary>The state of a terminal at one moment: network, battery, software, serial number, model (E16).</summary>
public sealed record DeviceSnapshot
{
    /// <summary>What was found, in the order of looking.</summary>
    public IReadOnlyList<DeviceFinding> Findings { get; init; } = [];

    /// <summary>The error code as shown.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Whether it takes payments again.</summary>
    public bool WorksAgain { get; init; }

    /// <summary>Serial number of the terminal, from its label.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Model.</summary>
    public string? Model { get; init; }

    /// <summary>Software version.</summary>
    public string? SoftwareVersion { get; init; }

    /// <summary>Where it leads.</summary>
    [JsonIgnore]
    public DeviceOutcome Outcome =>
        WorksAgain ? DeviceOutcome.WorksAgain
        : Is(DevicePoint.OtherCard, DeviceState.Fault) ? DeviceOutcome.OneCard
        : Findings.Any(f => f is { State: DeviceState.Fault }) ? DeviceOutcome.DeviceFault
        : DeviceOutcome.NotTheDevice;

    private bool Is(DevicePoint point, DeviceState state) => Findings.Any(f => f.Point == point && f.State == state);
}

/// <summary>Rules of a snapshot.</summary>
public sealed class DeviceSnapshotValidator : AbstractValidator<DeviceSnapshot>
{
    /// <summary>Longest error code that is kept.</summary>
    public const int LongestCode = 20;

    /// <summary>Sets the rules.</summary>
    public DeviceSnapshotValidator()
    {
        RuleFor(s => s.ErrorCode).MaximumLength(LongestCode);
        RuleFor(s => s.SerialNumber).MaximumLength(40);
        RuleFor(s => s.Model).MaximumLength(60);
        RuleFor(s => s.SoftwareVersion).MaximumLength(40);
        RuleFor(s => s.Findings).Must(f => f.Count <= Enum.GetValues<DevicePoint>().Length).WithErrorCode("TooMany");
        RuleForEach(s => s.Findings).Must(f => Enum.IsDefined(f.Point) && Enum.IsDefined(f.State)).WithErrorCode("UnknownCode");
    }
}
