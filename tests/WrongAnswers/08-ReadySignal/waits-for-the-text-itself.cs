// wrong: takes the text for the flag, and nothing orders the two threads -> data race on `text`
// hint /^(?!.*Monitor).*while \((?:\w+ (?:is|==) (?:null|""|string\.Empty)|string\.IsNullOr)/: Now the text is the flag, and just as plain a variable: still nothing orders the two threads.
namespace Katas.ReadySignal;

public sealed class Announcement
{
    string? text;

    public void Publish(string what)
    {
        text = what;
    }

    public string Read()
    {
        while (text is null)
        {
        }
        return text;
    }
}
