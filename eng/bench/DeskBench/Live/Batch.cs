using System.Buffers.Binary;
using System.Text;

namespace PosCases.DeskBench.Live;

/// <summary>As much of a batch of drawing instructions as is needed to find what can be clicked.</summary>
internal sealed class Batch
{
    private const int EditSize = 16;
    private const int FrameSize = 20;
    private const int Prepend = 1;
    private const int SetAttribute = 3;
    private const int Element = 1;
    private const int Attribute = 3;

    private readonly byte[] bytes;
    private readonly int diffs;
    private readonly int frames;
    private readonly int strings;

    /// <summary>Reads its table of contents, which stands at the end.</summary>
    public Batch(byte[] bytes)
    {
        this.bytes = bytes;
        diffs = Int(bytes.Length - 20);
        frames = Int(bytes.Length - 16) + 4;
        strings = Int(bytes.Length - 4);
    }

    /// <summary>Handlers of ticks (<c>onchange</c> of an <c>input</c>) as they now are, by their component.</summary>
    /// <param name="known">Components that have one already; a changed attribute of another is of no interest.</param>
    public IEnumerable<(int Component, long Handler)> Ticks(IReadOnlyDictionary<int, long> known)
    {
        for (var i = 0; i < Int(diffs); i++)
        {
            var diff = Int(diffs + 4 + (4 * i));
            var component = Int(diff);
            for (var edit = 0; edit < Int(diff + 4); edit++)
            {
                var at = diff + 8 + (EditSize * edit);
                var frame = frames + (FrameSize * Int(at + 8));
                switch (Int(at))
                {
                    case Prepend:
                        if (InTree(frame) is { } handler)
                        {
                            yield return (component, handler);
                        }

                        break;
                    case SetAttribute when known.ContainsKey(component) && Text(Int(frame + 4)) == "onchange":
                        yield return (component, Handler(frame));
                        break;
                }
            }
        }
    }

    private long? InTree(int root)
    {
        var count = Int(root) == Element ? Int(root + 4) : 1;
        var isBox = false;
        for (var i = 0; i < count; i++)
        {
            var frame = root + (FrameSize * i);
            if (Int(frame) == Element)
            {
                isBox = false;
            }
            else if (Int(frame) == Attribute)
            {
                var name = Text(Int(frame + 4));
                isBox |= name == "type" && Text(Int(frame + 8)) == "checkbox";
                if (isBox && name == "onchange" && Handler(frame) > 0)
                {
                    return Handler(frame);
                }
            }
        }

        return null;
    }

    private long Handler(int frame) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(frame + 12));

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    private string? Text(int index)
    {
        if (index < 0)
        {
            return null;
        }

        return Pack.TryFrame(bytes.AsSpan(Int(strings + (4 * index))), out var start, out var length)
            ? Encoding.UTF8.GetString(bytes, Int(strings + (4 * index)) + start, length)
            : null;
    }
}
