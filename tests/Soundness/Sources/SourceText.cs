using System.Text;

namespace Soundness.Sources;

/// <summary>Lines of C#, numbered from 1.</summary>
sealed class SourceText
{
    readonly StringBuilder text = new();
    int depth;

    /// <summary>The number of the next line.</summary>
    public int Line { get; private set; } = 1;

    public void Add(string line)
    {
        text.Append(' ', line.Length == 0 ? 0 : 4 * depth).Append(line).Append('\n');
        Line++;
    }

    public void Open(string? head = null)
    {
        if (head is not null) Add(head);
        Add("{");
        depth++;
    }

    public void Close(string tail = "")
    {
        depth--;
        Add("}" + tail);
    }

    public override string ToString() => text.ToString();
}
