using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Mail;
using PosCases.Platform.Previews;
using PosCases.Platform.Storage;
using PosCases.Platform.Tools;

namespace PosCases;

/// <summary>Everything about the core that can be set.</summary>
public sealed class PosCasesOptions
{
    /// <summary>Section <c>Database</c>.</summary>
    public required DatabaseOptions Database { get; init; }

    /// <summary>Section <c>Cases</c>.</summary>
    public required CaseOptions Cases { get; init; }

    /// <summary>Section <c>Evidence</c>.</summary>
    public required EvidenceLimits Evidence { get; init; }

    /// <summary>Section <c>Encryption</c>: the keys that wrap the keys of files.</summary>
    public required EncryptionOptions Encryption { get; init; }

    /// <summary>Section <c>Scanner</c>: the virus scanner; none by itself.</summary>
    public ScannerOptions Scanner { get; init; } = new();

    /// <summary>Section <c>Storage</c>: an object store instead of the folder; none by itself.</summary>
    public StorageOptions Storage { get; init; } = new();

    /// <summary>Folder in which the papers are kept, unless an object store is set.</summary>
    public required string EvidenceFolder { get; init; }

    /// <summary>Section <c>Previews</c>.</summary>
    public PreviewOptions Previews { get; init; } = new();

    /// <summary>Section <c>Incidents</c>.</summary>
    public Incidents.IncidentOptions Incidents { get; init; } = new();

    /// <summary>Section <c>Background</c>.</summary>
    public BackgroundStart Background { get; init; } = new();

    /// <summary>Section <c>Mail</c>: the server that takes our mail; none by itself.</summary>
    public MailOptions Mail { get; init; } = new();

    /// <summary>Section <c>Tools</c>.</summary>
    public ToolOptions Tools { get; init; } = new();
}
