package migration

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"
)

// oneBucketAChat brings together what a step writes of a chat. The keys of the bucket talk are the chat (8 bytes, as in the
// old keys) and a kind: 1, its newest message; 2, its session, as the time (unix nanoseconds with the sign bit turned, 8
// bytes) and the JSON behind it; 3, a slot and a zero byte; 4, a mark and a zero byte. The old marks do not say of which
// chat they are: they stand under the chat 0, where they are looked for too.
//
// What waits for a slot is no longer kept on disk.
func oneBucketAChat(tx *bolt.Tx) error {
	talk, err := tx.CreateBucketIfNotExists([]byte("talk"))
	if err != nil {
		return err
	}
	for _, move := range []struct {
		from string
		kind byte
	}{{"chat", 1}, {"session", 2}, {"slot", 3}, {"mark", 4}} {
		if tx.Bucket([]byte(move.from)) == nil {
			continue
		}
		if err := moveToTalk(tx, talk, move.from, move.kind); err != nil {
			return fmt.Errorf("%s: %w", move.from, err)
		}
		if err := tx.DeleteBucket([]byte(move.from)); err != nil {
			return err
		}
	}
	if tx.Bucket([]byte("outbox.slot")) == nil {
		return nil
	}
	return tx.DeleteBucket([]byte("outbox.slot"))
}

func moveToTalk(tx *bolt.Tx, talk *bolt.Bucket, from string, kind byte) error {
	return tx.Bucket([]byte(from)).ForEach(func(k, v []byte) error {
		chat, rest := k, []byte(nil)
		switch kind {
		case 3:
			chat, rest = k[:8], k[8:]
		case 4:
			chat, rest = unknownChat, k
		}
		key := append(append(append([]byte(nil), chat...), kind), rest...)
		if kind == 2 {
			var err error
			if v, err = talkSession(v); err != nil {
				return fmt.Errorf("%x: %w", k, err)
			}
		}
		return talk.Put(key, v)
	})
}

// unknownChat is the chat 0 in a key.
var unknownChat = binary.BigEndian.AppendUint64(nil, 1<<63)

// talkSession is a session without the chat and the time among its JSON.
func talkSession(v []byte) ([]byte, error) {
	var all map[string]json.RawMessage
	var at struct {
		At time.Time `json:"at"`
	}
	if err := json.Unmarshal(v, &all); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(v, &at); err != nil {
		return nil, err
	}
	delete(all, "chat")
	delete(all, "at")
	text, err := json.Marshal(all)
	return append(binary.BigEndian.AppendUint64(nil, uint64(at.At.UnixNano())^1<<63), text...), err
}
