namespace Katas.ReadySignal;

/// <summary>A text that is not there yet; who wants to read it waits until it is.</summary>
public sealed class Announcement
{
    string text = "";
    bool ready;

    /// <summary>Makes the text known to all. Called once.</summary>
    public void Publish(string what)
    {
        text = what;
        ready = true;
    }

    /// <summary>Waits until the text is published, and returns it.</summary>
    public string Read()
    {
        while (!ready)
        {
        }
        return text;
    }
}
