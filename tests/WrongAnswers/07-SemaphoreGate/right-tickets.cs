// right: as many tickets as places, in a collection that waits
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    readonly System.Collections.Concurrent.BlockingCollection<int> tickets = Filled(places);

    public void Pass(Action work)
    {
        var ticket = tickets.Take();
        try
        {
            work();
        }
        finally
        {
            tickets.Add(ticket);
        }
    }

    static System.Collections.Concurrent.BlockingCollection<int> Filled(int places)
    {
        var tickets = new System.Collections.Concurrent.BlockingCollection<int>();
        for (var ticket = 0; ticket < places; ticket++)
            tickets.Add(ticket);
        return tickets;
    }
}
