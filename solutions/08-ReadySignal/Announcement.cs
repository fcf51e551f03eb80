namespace Katas.ReadySignal;

/// <summary>A text that is not there yet; who wants to read it waits until it is.</summary>
public sealed class Announcement
{
    // Once set it stays set: who comes late isn't held up, and any number can pass.
    readonly ManualResetEventSlim ready = new();
    string text = "";

    /// <summary>Makes the text known to all. Called once.</summary>
    public void Publish(string what)
    {
        // First the text, then the signal: whoever is let through by Set sees all that was written
        // before it.
        text = what;
        ready.Set();
    }

    /// <summary>Waits until the text is published, and returns it.</summary>
    public string Read()
    {
        // Sleeps until the signal comes, instead of asking again and again.
        ready.Wait();
        return text;
    }
}
