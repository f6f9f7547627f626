package flow

// OPDID identifies an OPD.
type OPDID uint64

// OPD is an organisation of the city; it is made by being named in the master data.
type OPD struct {
	ID   OPDID  `json:"id"`
	Nama string `json:"nama"`
}
