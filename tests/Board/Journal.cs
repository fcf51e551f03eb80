namespace Katas.Tests.Board;

/// <summary>
/// What has become of the specs of a run, in a file: the process that writes it may end at any
/// moment, and the next one goes on from there.
/// </summary>
sealed class Journal(string path)
{
    enum Entry : byte
    {
        Begun = 1, Ended, EndedQuietly, ProcessEnded, Done, Left,
    }

    /// <summary>Of this process, if a parent has started it.</summary>
    internal static Journal? Mine { get; set; }

    internal string Path => path;

    /// <summary>Whether specs run only for the board.</summary>
    internal bool IsQuiet { get; set; }

    /// <summary>
    /// In the folder where earlier runs are looked for, and under such a name: if all processes are
    /// killed, the next run deletes it.
    /// </summary>
    /// <returns>Null if no file can be made there.</returns>
    internal static Journal? Begin()
    {
        var path = System.IO.Path.Combine(
            AppContext.BaseDirectory, $"{UnderWay.Prefix}{Environment.ProcessId}.journal");
        return UnderWay.Try(() => File.WriteAllBytes(path, [])) ? new(path) : null;
    }

    internal void Delete() => UnderWay.Try(() => File.Delete(path));

    internal void Begun(string spec) => Write(Entry.Begun, spec, IsQuiet);

    internal void Ended(string spec, bool passed, string text)
    {
        if (IsQuiet) Write(Entry.EndedQuietly);
        else Write(Entry.Ended, spec, passed, text);
    }

    /// <summary>
    /// An earlier run has ended in the middle of a spec: only the first process finds its file.
    /// </summary>
    internal void Left(string spec) => Write(Entry.Left, spec);

    /// <summary>The process has ended before its run was over.</summary>
    internal void ProcessEnded(int exitCode) => Write(Entry.ProcessEnded, exitCode.ToString());

    internal void Done() => Write(Entry.Done);

    internal JournalText Read()
    {
        var text = new JournalText();
        using var file = new BinaryReader(new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        try
        {
            while (file.BaseStream.Position < file.BaseStream.Length)
                Add(text, (Entry)file.ReadByte(), file.ReadString(), file.ReadBoolean(),
                    file.ReadString());
        }
        catch (EndOfStreamException)
        {
            // The process ended while it wrote this one.
        }
        return text;
    }

    static void Add(JournalText text, Entry entry, string first, bool flag, string second)
    {
        switch (entry)
        {
            case Entry.Begun:
                text.Begin(first, isQuiet: flag);
                break;
            case Entry.Ended:
                text.End(first, new(flag, second));
                break;
            case Entry.EndedQuietly:
                text.EndQuietly();
                break;
            case Entry.ProcessEnded:
                text.EndProcess(int.Parse(first));
                break;
            case Entry.Left:
                text.AddLeft(first);
                break;
            case Entry.Done:
                text.IsDone = true;
                break;
        }
    }

    /// <summary>In one piece: a process is killed before it or after it.</summary>
    void Write(Entry entry, string first = "", bool flag = false, string second = "")
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write((byte)entry);
        writer.Write(first);
        writer.Write(flag);
        writer.Write(second);
        UnderWay.Try(() => File.AppendAllBytes(path, bytes.ToArray()));
    }
}
